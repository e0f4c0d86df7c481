import type { TFunction } from 'i18next';
import type { UseFormSetError } from 'react-hook-form';
import { z } from 'zod';
import { Problem } from '../api/problem';
import { showRefusal } from '../ui/refusal';

export const LONGEST = 500;

/** What goes with an invitation, within the limits that the service has too. */
export function inviteForm(t: TFunction) {
  const days = t('invitations.invalid.days');
  return z.object({
    message: z.string().max(LONGEST, t('invitations.invalid.message', { most: LONGEST })),
    expiresInDays: z.string().refine((typed) => /^\d+$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 90, days),
  });
}

export type InviteForm = z.infer<ReturnType<typeof inviteForm>>;

/** Shows a refusal where it can be seen: what is said of a field that the form does not have is said below it. */
export function showIn(thrown: unknown, setError: UseFormSetError<InviteForm>): void {
  const other = thrown instanceof Problem ? thrown.errors.find(({ field }) => field !== 'message' && field !== 'expiresInDays') : undefined;
  if (other) {
    setError('root', { message: other.message });
  } else {
    showRefusal(thrown, setError);
  }
}
