import type { Member } from '../api/types';
import type { Hear } from '../app/assemble';
import { changeGroup, changeMembership, endGroup } from '../groups/cache';
import type { GroupEnd } from '../groups/queries';
import { addMember, addRequest, changeMember, changePresence, countPresence, dropMember, dropRequest } from './cache';

/** Puts what is heard into the lists of who is in a group, as what, who of them is here, and who wants to be let in. */
export const hearMembers: Hear = (convoke, queries) => {
  const { live, session } = convoke;
  const isMe = (userId: string) => userId === session.userId;

  live.on('group:member_joined', ({ groupId, userId, role, occurredAt }) => {
    addMember(queries, groupId, { groupId, userId, role, name: '', mutedUntil: null, invitedBy: null, joinedAt: occurredAt });
    if (isMe(userId)) {
      changeMembership(queries, groupId, role);
    }
  });
  const gone = (how: GroupEnd['how']) => (left: { groupId: string; groupName: string; userId: string; actorId: string }) => {
    if (isMe(left.userId)) {
      endGroup(queries, left.groupId, { how, groupName: left.groupName, actorId: left.actorId });
    } else {
      dropMember(queries, left.groupId, left.userId);
    }
  };
  live.on('group:member_left', gone('left'));
  live.on('member:removed', gone('removed'));

  const changed = (update: { groupId: string; userId: string; role?: Member['role']; mutedUntil?: string | null }) => {
    const { groupId, userId, role, mutedUntil } = update;
    changeMember(queries, groupId, userId, { ...(role && { role }), ...(mutedUntil !== undefined && { mutedUntil }) });
    if (role && isMe(userId)) {
      changeGroup(queries, groupId, { myRole: role });
    }
  };
  live.on('group:member_role_changed', changed);
  live.on('member:role_changed', changed);
  live.on('group:member_muted', changed);
  live.on('group:member_update', changed);

  hearRequests(convoke, queries);
  live.on('presence:changed', ({ ch, presence }) => {
    if (ch !== undefined) {
      changePresence(queries, groupOf(ch), presence);
    }
  });
  live.on('presence:count', ({ ch, online, members }) => countPresence(queries, groupOf(ch), { online, members }));
};

const hearRequests: Hear = ({ live, session }, queries) => {
  live.on('join_request:created', ({ joinRequest }) => addRequest(queries, { ...joinRequest, decidedAt: null }));
  live.on('join_request:decided', ({ joinRequest }) => {
    dropRequest(queries, joinRequest);
    if (joinRequest.userId === session.userId && joinRequest.status === 'APPROVED') {
      changeMembership(queries, joinRequest.groupId, 'MEMBER');
    }
  });
};

/** `presence:<groupId>` */
function groupOf(ch: string): string {
  return ch.slice(ch.indexOf(':') + 1);
}
