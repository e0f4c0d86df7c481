import type { TFunction } from 'i18next';
import * as z from 'zod';

const MOST_USES = 100_000;
const MOST_DAYS = 365;

/** How long and how often a link shall admit, within the limits that the service has too. */
export function linkForm(t: TFunction) {
  const within = (most: number) => (typed: string) => /^[1-9]\d*$/.test(typed) && Number(typed) <= most;
  return z.object({
    maxUses: z.string().refine((typed) => typed === '' || within(MOST_USES)(typed), t('links.invalid.maxUses')),
    expiresInDays: z.string().refine(within(MOST_DAYS), t('links.invalid.days')),
  });
}

export type LinkForm = z.infer<ReturnType<typeof linkForm>>;
