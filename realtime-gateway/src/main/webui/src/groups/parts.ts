import type { Group } from '../api/types';
import { isAtLeast, seesMembers } from '../members/rights';

/** The parts of a group in the order of their tabs; the first is where one comes in. */
export const PARTS = ['members', 'activity', 'requests', 'invitations', 'links', 'bans', 'settings', 'audit'] as const;

export type Part = (typeof PARTS)[number];

/** The parts that somebody of that role may see. */
export function partsFor(group: Pick<Group, 'myRole' | 'visibility'>): Part[] {
  const seen: Record<Part, boolean> = {
    members: seesMembers(group),
    activity: seesMembers(group),
    requests: isAtLeast(group.myRole, 'MODERATOR'),
    invitations: group.myRole !== null,
    links: isAtLeast(group.myRole, 'ADMIN'),
    bans: isAtLeast(group.myRole, 'MODERATOR'),
    settings: isAtLeast(group.myRole, 'ADMIN'),
    audit: isAtLeast(group.myRole, 'ADMIN'),
  };
  return PARTS.filter((part) => seen[part]);
}
