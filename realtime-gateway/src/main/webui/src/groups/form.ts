import type { TFunction } from 'i18next';
import * as z from 'zod';

export const VISIBILITIES = ['PUBLIC', 'PRIVATE', 'HIDDEN'] as const;
export const JOIN_POLICIES = ['OPEN', 'REQUEST', 'INVITE_ONLY'] as const;
export const WHO_MAY_INVITE = ['MEMBERS', 'MODERATORS', 'ADMINS'] as const;

/** The settings of a group as they are typed, within the limits that the service has too. */
export function groupForm(t: TFunction) {
  const capacity = t('groups.invalid.capacity');
  return z.object({
    name: z.string().trim().min(3, t('groups.invalid.name')).max(80, t('groups.invalid.name')),
    description: z.string().max(2000, t('groups.invalid.description')),
    visibility: z.enum(VISIBILITIES),
    joinPolicy: z.enum(JOIN_POLICIES),
    whoMayInvite: z.enum(WHO_MAY_INVITE),
    capacity: z.string().refine((typed) => /^\d+$/.test(typed) && Number(typed) >= 2 && Number(typed) <= 100_000, capacity),
  });
}

export type GroupForm = z.infer<ReturnType<typeof groupForm>>;
