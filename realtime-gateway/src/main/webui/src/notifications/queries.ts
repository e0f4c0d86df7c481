import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import type { NotificationLevel } from '../api/types';

export type Level = NotificationLevel['level'];
/** Which notifications are listed. */
export type Shown = 'all' | 'unread';

export const notificationKeys = {
  lists: ['notifications', 'list'] as const,
  list: (shown: Shown) => ['notifications', 'list', shown] as const,
  counts: ['notifications', 'counts'] as const,
  levels: ['notifications', 'levels'] as const,
};

export function notifications(api: Api, shown: Shown) {
  return infiniteQueryOptions({
    queryKey: notificationKeys.list(shown),
    queryFn: ({ pageParam }) =>
      body(api.gateway.GET('/api/v1/notifications', { params: { query: { state: shown, limit: 30, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

/** How many are unseen and unread. */
export function notificationCounts(api: Api) {
  return queryOptions({
    queryKey: notificationKeys.counts,
    queryFn: () => body(api.gateway.GET('/api/v1/notifications/summary')),
  });
}

/** The groups of which one does not want to be told everything. */
export function groupLevels(api: Api) {
  return queryOptions({
    queryKey: notificationKeys.levels,
    queryFn: async () => (await body(api.gateway.GET('/api/v1/notifications/groups'))).items,
  });
}

export function levelOf(levels: NotificationLevel[], groupId: string): Level {
  return levels.find((each) => each.groupId === groupId)?.level ?? 'ALL';
}

export function setLevel(queries: QueryClient, chosen: NotificationLevel): void {
  queries.setQueryData<NotificationLevel[]>(notificationKeys.levels, (levels) =>
    levels && [...levels.filter((each) => each.groupId !== chosen.groupId), chosen],
  );
}
