import type { TFunction } from 'i18next';
import * as z from 'zod';

/** How long and how often a link shall admit, within the limits that the service has too. */
export function linkForm(t: TFunction) {
  return z.object({
    maxUses: z.string().regex(/^([1-9]\d{0,8})?$/, t('links.invalid.maxUses')),
    expiresInDays: z.string().regex(/^[1-9]\d{0,3}$/, t('links.invalid.days')),
  });
}

export type LinkForm = z.infer<ReturnType<typeof linkForm>>;
