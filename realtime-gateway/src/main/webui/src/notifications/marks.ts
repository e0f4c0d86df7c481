import type { QueryClient } from '@tanstack/react-query';
import { inPages, type List } from '../api/lists';
import type { Notification } from '../api/types';
import { notificationKeys } from './queries';

/** One thing that somebody does with her notifications, as `notification:read` says it too: seen, read or deleted. */
export interface Mark {
  seenUpTo?: string;
  /** What was read, up to a place or by ids. */
  upTo?: string;
  ids?: string[];
  deleted?: string[];
}

type Notifications = List<Notification>;

/** Puts a mark on the notifications that were fetched; what it says of others is fetched. */
export function putMark(queries: QueryClient, mark: Mark): void {
  for (const [queryKey, list] of queries.getQueriesData<Notifications>({ queryKey: notificationKeys.lists })) {
    if (list) {
      const marked = markList(list, mark);
      const unread = queryKey[2] === 'unread';
      queries.setQueryData(queryKey, marked && unread ? inPages<Notification>((items) => items.filter((each) => !each.read))(marked) : marked);
      if (!marked) {
        void queries.invalidateQueries({ queryKey });
      }
    }
  }
}

/** Undefined where the mark reaches up to a place that is not in the list. */
function markList(list: Notifications, { seenUpTo, upTo, ids, deleted }: Mark): Notifications | undefined {
  if (ids) {
    return inPages<Notification>((items) => items.map((each) => (ids.includes(each.id) ? { ...each, read: true } : each)))(list);
  }
  if (deleted) {
    return inPages<Notification>((items) => items.filter((each) => !deleted.includes(each.id)))(list);
  }
  const state = upTo === undefined ? { seen: true } : { read: true };
  // Newest first: from that place on all are older. Cursors themselves cannot be compared.
  const items = list.pages.flatMap((page) => page.items);
  const first = items.findIndex(({ cursor }) => cursor === (upTo ?? seenUpTo));
  const marked = new Set(items.slice(first).map(({ id }) => id));
  return first < 0 ? undefined : inPages<Notification>((items) => items.map((each) => (marked.has(each.id) ? { ...each, ...state } : each)))(list);
}
