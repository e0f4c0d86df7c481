import type { Group, Member, Role } from '../api/types';

/** From the lowest to the highest. */
export const ROLES = ['MEMBER', 'MODERATOR', 'ADMIN', 'OWNER'] as const satisfies readonly Role[];

export type MemberAction = `MAKE_${Role}` | 'MUTE' | 'UNMUTE' | 'TRANSFER' | 'REMOVE' | 'BAN';

const INVITERS = { MEMBERS: 'MEMBER', MODERATORS: 'MODERATOR', ADMINS: 'ADMIN' } as const;

export function isAtLeast(role: Role | null, least: Role): boolean {
  return role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

export function mayInvite({ myRole, whoMayInvite, archived }: Pick<Group, 'myRole' | 'whoMayInvite' | 'archived'>): boolean {
  return !archived && isAtLeast(myRole, INVITERS[whoMayInvite]);
}

/** Whether the person may see who is in the group and what happens there. */
export function seesMembers({ myRole, visibility }: Pick<Group, 'myRole' | 'visibility'>): boolean {
  return myRole !== null || visibility === 'PUBLIC';
}

/** What the person may do to a member: nobody acts on an equal or higher role, and in an archived group nobody acts. */
export function permitted(
  { myRole, archived }: Pick<Group, 'myRole' | 'archived'>,
  member: Pick<Member, 'role' | 'mutedUntil'>,
  now = Date.now(),
): MemberAction[] {
  if (archived || myRole === null || myRole === 'MEMBER' || isAtLeast(member.role, myRole)) {
    return [];
  }
  const grantable = ROLES.filter((role) => role !== member.role && (myRole === 'OWNER' || (myRole === 'ADMIN' && !isAtLeast(role, 'ADMIN'))));
  return [
    ...grantable.map((role) => `MAKE_${role}` as const),
    isMuted(member, now) ? 'UNMUTE' : 'MUTE',
    ...(myRole === 'OWNER' ? (['TRANSFER'] as const) : []),
    'REMOVE',
    'BAN',
  ];
}

export function isMuted({ mutedUntil }: Pick<Member, 'mutedUntil'>, now = Date.now()): boolean {
  return mutedUntil !== null && Date.parse(mutedUntil) > now;
}
