import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type { Notification, Page } from '../api/types';
import { notificationKeys } from './queries';

/** One thing that somebody does with her notifications, as `notification:read` says it too: seen, read or deleted. */
export interface Mark {
  seenUpTo?: string;
  /** What was read, up to a place or by ids. */
  upTo?: string;
  ids?: string[];
  deleted?: string[];
}

type List = InfiniteData<Page<Notification>>;

/** Puts a mark on the notifications that were fetched; what it says of others is fetched. */
export function putMark(queries: QueryClient, mark: Mark): void {
  for (const [queryKey, list] of queries.getQueriesData<List>({ queryKey: notificationKeys.lists })) {
    if (list) {
      const marked = markList(list, mark);
      const unread = queryKey[2] === 'unread';
      queries.setQueryData(queryKey, marked && unread ? only(marked, (each) => !each.read) : marked);
      if (!marked) {
        void queries.invalidateQueries({ queryKey });
      }
    }
  }
}

/** Undefined where the mark reaches up to a place that is not in the list. */
function markList(list: List, { seenUpTo, upTo, ids, deleted }: Mark): List | undefined {
  if (ids) {
    return map(list, (each) => (ids.includes(each.id) ? { ...each, read: true } : each));
  }
  if (deleted) {
    return only(list, (each) => !deleted.includes(each.id));
  }
  const state = upTo === undefined ? { seen: true } : { read: true };
  // Newest first: from that place on all are older. Cursors themselves cannot be compared.
  const items = list.pages.flatMap((page) => page.items);
  const first = items.findIndex(({ cursor }) => cursor === (upTo ?? seenUpTo));
  const marked = new Set(items.slice(first).map(({ id }) => id));
  return first < 0 ? undefined : map(list, (each) => (marked.has(each.id) ? { ...each, ...state } : each));
}

function map(list: List, change: (each: Notification) => Notification): List {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(change) })) };
}

function only(list: List, keep: (each: Notification) => boolean): List {
  return { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.filter(keep) })) };
}
