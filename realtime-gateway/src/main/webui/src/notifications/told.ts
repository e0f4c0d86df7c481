import type { TFunction } from 'i18next';
import type en from '../i18n/en/notifications';
import type { Invitation, Role } from '../api/types';
import type { EventName, Events } from '../live/events';

/** What there is to say of an event: a sentence, about whom, and where it leads. */
export interface Told {
  key: keyof typeof en.told;
  /** The id of the person whose name the sentence needs. */
  who?: string;
  group?: string;
  role?: Role;
  why?: keyof typeof en.why;
  counts?: { created: number; total: number };
  to: string;
}

type Teller<Name extends EventName> = (payload: Events[Name], me: string) => Told;

const TELLERS: { [Name in EventName]?: Teller<Name> } = {
  'invitation:received': ({ invitation }) => ({
    key: 'received',
    who: invitation.inviterId,
    group: invitation.group.name,
    to: `/invitations/${invitation.id}`,
  }),
  'invitation:responded': ({ invitation }) => ({
    key: invitation.status === 'ACCEPTED' ? 'accepted' : 'declined',
    who: invitation.inviteeId,
    group: invitation.group.name,
    to: invitation.status === 'ACCEPTED' ? `/groups/${invitation.groupId}` : `/invitations/${invitation.id}`,
  }),
  'invitation:cancelled': ({ invitation }, me) => ({
    ...ended(invitation, me),
    group: invitation.group.name,
    to: `/invitations/${invitation.id}`,
  }),
  'group:invitations_sent': ({ batch }) => ({
    key: batch.state === 'CANCELLED' ? 'batchCancelled' : 'batchDone',
    counts: batch,
    to: '/invitations?box=sent',
  }),
  'member:removed': ({ actorId, groupName, groupId }) => ({
    key: 'removed',
    who: actorId,
    group: groupName,
    to: `/groups/${groupId}`,
  }),
  'member:role_changed': ({ role, groupName, groupId }) => ({ key: 'role', role, group: groupName, to: `/groups/${groupId}` }),
  'group:member_muted': ({ mutedUntil, groupName, groupId }) => ({
    key: mutedUntil === null ? 'unmuted' : 'muted',
    group: groupName,
    to: `/groups/${groupId}`,
  }),
  'join_request:created': ({ joinRequest, groupName, groupId }) => ({
    key: 'asked',
    who: joinRequest.userId,
    group: groupName,
    to: `/groups/${groupId}/requests`,
  }),
  'join_request:decided': ({ joinRequest, groupName, groupId }) => ({
    key: joinRequest.status === 'APPROVED' ? 'approved' : 'rejected',
    group: groupName,
    to: `/groups/${groupId}`,
  }),
};

export function told(event: string, payload: object, me: string): Told {
  const teller = TELLERS[event as EventName] as ((payload: object, me: string) => Told) | undefined;
  return teller?.(payload, me) ?? { key: 'other', to: '/groups' };
}

/** The sentence of it; `who` is the name of that person. */
export function sentence(t: TFunction, { key, group, role, why, counts }: Told, who: string): string {
  return t(`notifications.told.${key}`, {
    who,
    group,
    ...counts,
    role: role && t(`notifications.roles.${role}`),
    why: why && t(`notifications.why.${why}`),
  });
}

const WHY = {
  GROUP_DELETED: 'groupDeleted',
  GROUP_ARCHIVED: 'groupArchived',
  BANNED: 'banned',
  JOINED: 'joined',
  ERASED: 'erased',
} as const;

function ended({ status, reason, inviterId, inviteeId }: Pick<Invitation, 'status' | 'reason' | 'inviterId' | 'inviteeId'>, me: string): Pick<Told, 'key' | 'who' | 'why'> {
  const mine = inviterId === me;
  if (status === 'EXPIRED') {
    return mine ? { key: 'expired', who: inviteeId } : { key: 'expiredForYou' };
  }
  if (status === 'REVOKED' && reason) {
    return mine ? { key: 'revoked', who: inviteeId, why: WHY[reason] } : { key: 'revokedForYou', why: WHY[reason] };
  }
  return mine ? { key: 'cancelled', who: inviteeId } : { key: 'cancelledForYou' };
}
