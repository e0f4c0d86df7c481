import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { hearActivity } from '../activity/hear';
import { refetch } from '../api/refetch';
import type { Hear } from '../app/assemble';
import type { Events } from '../live/events';
import { toast } from '../ui/toasts';
import { changeGroup, endGroup } from './cache';
import { groupKeys } from './queries';

/** Keeps groups true to what is heard of them. */
export const hearGroups: Hear = (convoke, queries) => {
  const { live, session } = convoke;
  hearActivity(convoke, queries);
  live.on('group:created', () => refetch(queries, groupKeys.mine));
  live.on('notification:group_created', ({ factId, group }) => {
    if (group.createdBy !== session.userId) {
      announced(queries, (known) => [...known.filter((each) => each !== factId), factId]);
    }
  });
  live.on('notification:withdrawn', ({ factId }) => announced(queries, (known) => known.filter((each) => each !== factId)));
  live.on('group:updated', (updated) => settingsChanged(queries, updated));
  live.on('group:deleted', ({ groupId, groupName, actorId }) => {
    endGroup(queries, groupId, { how: 'deleted', groupName, actorId });
    if (actorId !== session.userId) {
      toast({ text: i18next.t('groups.end.deleted', { group: groupName }) });
    }
  });
  const count = ({ groupId, memberCount }: { groupId: string; memberCount?: number }) =>
    memberCount !== undefined && changeGroup(queries, groupId, { memberCount });
  live.on('group:member_joined', count);
  live.on('group:member_left', count);
  live.on('member:removed', count);
  live.on('group:member_update', count);
};

/** The settings are in the event; their ETag is not, and is fetched for a group that is looked at. */
function settingsChanged(queries: QueryClient, { groupId, group, archived }: Events['group:updated']): void {
  changeGroup(queries, groupId, { ...group, ...(archived !== undefined && { archived }) });
  refetch(queries, groupKeys.settings(groupId));
}

function announced(queries: QueryClient, change: (known: string[]) => string[]): void {
  queries.setQueryData<string[]>(groupKeys.announced, (known = []) => change(known));
}
