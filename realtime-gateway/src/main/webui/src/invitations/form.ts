import type { TFunction } from 'i18next';
import { z } from 'zod';

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
