import { QueryClient } from '@tanstack/react-query';
import type { Notification } from '../api/types';
import { type Mark, putMark } from './marks';
import { notificationKeys, type Shown } from './queries';

const notification = (id: string): Notification => ({
  id, event: 'member:removed', cursor: `c-${id}`, payload: {}, seen: false, read: false, occurredAt: '',
});

/** Two pages of a list, newest first, after a mark; seen ones with an s, read ones with an r. */
function marked(shown: Shown, mark: Mark) {
  const queries = new QueryClient();
  const queryKey = notificationKeys.list(shown);
  const pages = [['3', '2'], ['1']].map((ids) => ({ items: ids.map(notification), next: null }));
  queries.setQueryData(queryKey, { pages, pageParams: [undefined, 'next'] });
  putMark(queries, mark);
  const list = queries.getQueryData<{ pages: { items: Notification[] }[] }>(queryKey);
  const items = list?.pages.flatMap((page) => page.items) ?? [];
  return {
    items: items.map(({ id, seen, read }) => id + (seen ? 's' : '') + (read ? 'r' : '')).join(' '),
    stale: queries.getQueryState(queryKey)?.isInvalidated,
  };
}

test.each<[Mark, string, string]>([
  [{ seenUpTo: 'c-2' }, '3 2s 1s', '3 2s 1s'],
  [{ upTo: 'c-2' }, '3 2r 1r', '3'],
  [{ ids: ['3', '1'] }, '3r 2 1r', '2'],
  [{ deleted: ['2'] }, '3 1', '3 1'],
])('%o makes of all %s, of the unread %s', (mark, all, unread) => {
  expect(marked('all', mark)).toEqual({ items: all, stale: false });
  expect(marked('unread', mark)).toEqual({ items: unread, stale: false });
});

test('a mark up to a place that is not in the list has it fetched', () => {
  expect(marked('all', { upTo: 'c-4' })).toEqual({ items: '3 2 1', stale: true });
});
