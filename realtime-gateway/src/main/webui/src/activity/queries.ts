import { infiniteQueryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import { groupKeys } from '../groups/queries';

export const activityKeys = {
  feed: (g: string) => [...groupKeys.all(g), 'activity'] as const,
  audit: (g: string) => [...groupKeys.all(g), 'audit'] as const,
};

/** What happened in a group, the newest first. */
export function activityOf(api: Api, g: string) {
  return infiniteQueryOptions({
    queryKey: activityKeys.feed(g),
    queryFn: ({ pageParam }) =>
      body(api.groups.GET('/api/v1/groups/{g}/activity', { params: { path: { g }, query: { limit: 50, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

/** Who did what, the newest first; for admins. Nothing is told of it, so it is asked for whenever it is opened. */
export function auditOf(api: Api, g: string) {
  return infiniteQueryOptions({
    queryKey: activityKeys.audit(g),
    queryFn: ({ pageParam }) =>
      body(api.groups.GET('/api/v1/groups/{g}/audit', { params: { path: { g }, query: { limit: 50, cursor: pageParam } } })),
    ...pages,
    staleTime: 0,
    select: itemsOf,
  });
}
