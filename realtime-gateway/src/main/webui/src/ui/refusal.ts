import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import i18next from 'i18next';
import { asProblem } from '../api/problem';
import { relative } from './relative';

/** Why something was refused in the service's own words, and when it may be tried again. */
export function whyRefused(thrown: unknown): string {
  const { code, detail, retryAfter } = asProblem(thrown);
  const why = detail || i18next.t('app.failed.unreachable');
  if (retryAfter === undefined) {
    return why;
  }
  const again = i18next.t('app.failed.again', { when: relative(i18next.language, retryAfter / 1000, Math.ceil) });
  // What the service says there is for programs: it names the header.
  return `${code === 'rate-limited' ? i18next.t('app.failed.often') : why} ${again}`;
}

/** Shows a refusal in the form it is about: at the fields that the service names, else below them all. */
export function showRefusal<Values extends FieldValues>(
  thrown: unknown,
  { setError, getValues }: Pick<UseFormReturn<Values>, 'setError' | 'getValues'>,
): void {
  const { errors } = asProblem(thrown);
  const here = errors.filter(({ field }) => field in getValues());
  const elsewhere = errors.filter((error) => !here.includes(error));
  here.forEach(({ field, message }) => setError(field as FieldPath<Values>, { message }));
  if (here.length === 0 || elsewhere.length > 0) {
    setError('root', { message: elsewhere.map(({ message }) => message).join(' ') || whyRefused(thrown) });
  }
}
