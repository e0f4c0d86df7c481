import type { TFunction } from 'i18next';
import type { Group } from '../api/types';

/** How many are in a group, and once half of its seats are taken also how many can be. */
export function seats(t: TFunction, { memberCount, capacity }: Group): string {
  return memberCount * 2 < capacity
    ? t('groups.members', { count: memberCount })
    : t('groups.seats', { members: memberCount, capacity });
}
