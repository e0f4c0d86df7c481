import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form';
import i18next from 'i18next';
import { asProblem } from '../api/problem';

/** Shows a refusal in the form it is about: at the fields that the service names, else below them all. */
export function showRefusal<Values extends FieldValues>(thrown: unknown, setError: UseFormSetError<Values>): void {
  const problem = asProblem(thrown);
  problem.errors.forEach(({ field, message }) => setError(field as FieldPath<Values>, { message }));
  if (problem.errors.length === 0) {
    setError('root', { message: problem.detail || i18next.t('app.failed.unreachable') });
  }
}
