import type { QueryClient } from '@tanstack/react-query';
import { inPages, type List } from '../api/lists';
import { refetch, refetchIfFetching } from '../api/refetch';
import type { Group } from '../api/types';
import { type GroupAsRead, type GroupEnd, groupKeys } from './queries';

/** Puts what is different about a group wherever the group is shown. */
export function changeGroup(queries: QueryClient, id: string, change: Partial<Group>): void {
  const changed = (group: Group) => (group.id === id ? { ...group, ...change } : group);
  queries.setQueryData<GroupAsRead>(groupKeys.settings(id), (read) => read && { ...read, group: changed(read.group) });
  queries.setQueriesData<List<Group>>({ queryKey: groupKeys.lists }, inPages((groups) => groups.map(changed)));
  refetchIfFetching(queries, groupKeys.settings(id));
  refetchIfFetching(queries, groupKeys.lists);
}

/**
 * Whether the person is a member from now on, or none; what only members see is forgotten or fetched. As a member she is
 * told no more that the group has ended for her.
 */
export function changeMembership(queries: QueryClient, id: string, myRole: Group['myRole']): void {
  changeGroup(queries, id, { myRole });
  if (myRole === null) {
    queries.setQueryData<List<Group>>(groupKeys.mine, inPages((groups) => groups.filter((group) => group.id !== id)));
  } else {
    queries.setQueryData<GroupEnd | null>(groupKeys.end(id), (end) => end && null);
    refetch(queries, groupKeys.mine);
  }
  refetch(queries, groupKeys.all(id));
}

/** Ends a group for the person: its page, if it is open, says so, and nothing of it stays; what it shows goes with it. */
export function endGroup(queries: QueryClient, id: string, end: GroupEnd): void {
  const page = queries.getQueryCache().find({ queryKey: groupKeys.end(id) });
  if (page && page.getObserversCount() > 0) {
    queries.setQueryData<GroupEnd>(groupKeys.end(id), end);
  }
  queries.removeQueries({ queryKey: groupKeys.all(id), type: 'inactive' });
  const gone = (groups: Group[]) => groups.filter((group) => group.id !== id);
  const lists = end.how === 'deleted' ? groupKeys.lists : groupKeys.mine;
  queries.setQueriesData<List<Group>>({ queryKey: lists }, inPages(gone));
  changeGroup(queries, id, { myRole: null });
}
