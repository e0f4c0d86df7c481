import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import type { Role } from '../api/types';
import { groupKeys } from '../groups/queries';

/** Which members are shown: those of a role, or all; those whose names begin like that, or all. */
export interface MemberFilter {
  role: Role | null;
  query: string;
}

export const memberKeys = {
  lists: (g: string) => [...groupKeys.all(g), 'members'] as const,
  list: (g: string, filter: MemberFilter) => [...memberKeys.lists(g), filter] as const,
  presence: (g: string) => [...groupKeys.all(g), 'presence'] as const,
  requests: (g: string) => [...groupKeys.all(g), 'join-requests'] as const,
  bans: (g: string) => [...groupKeys.all(g), 'bans'] as const,
  ownRequests: ['join-requests', 'own'] as const,
};

export function membersOf(api: Api, g: string, { role, query }: MemberFilter) {
  return infiniteQueryOptions({
    queryKey: memberKeys.list(g, { role, query }),
    queryFn: ({ pageParam }) =>
      body(
        api.groups.GET('/api/v1/groups/{g}/members', {
          params: { path: { g }, query: { role: role ?? undefined, query: query || undefined, limit: 50, cursor: pageParam } },
        }),
      ),
    ...pages,
    select: itemsOf,
  });
}

/** Who of the group is here. It is told of only while it is shown, so it is asked for whenever it comes on the screen. */
export function presenceOf(api: Api, g: string) {
  return queryOptions({
    queryKey: memberKeys.presence(g),
    queryFn: () => body(api.gateway.GET('/api/v1/presence/groups/{group}', { params: { path: { group: g } } })),
    staleTime: 0,
  });
}

/** Who waits to be let in, the oldest first. */
export function requestsOf(api: Api, g: string) {
  return infiniteQueryOptions({
    queryKey: memberKeys.requests(g),
    queryFn: ({ pageParam }) =>
      body(
        api.groups.GET('/api/v1/groups/{g}/join-requests', {
          params: { path: { g }, query: { status: 'PENDING', limit: 50, cursor: pageParam } },
        }),
      ),
    ...pages,
    select: itemsOf,
  });
}

/** Where the person herself waits to be let in. */
export function ownRequests(api: Api) {
  return queryOptions({
    queryKey: memberKeys.ownRequests,
    queryFn: async () =>
      (await body(api.groups.GET('/api/v1/join-requests', { params: { query: { status: 'PENDING', limit: 100 } } }))).items,
  });
}

/** Who is kept out. Nothing is told of bans, so they are asked for whenever they are opened. */
export function bansOf(api: Api, g: string) {
  return infiniteQueryOptions({
    queryKey: memberKeys.bans(g),
    queryFn: ({ pageParam }) =>
      body(api.groups.GET('/api/v1/groups/{g}/bans', { params: { path: { g }, query: { limit: 50, cursor: pageParam } } })),
    ...pages,
    staleTime: 0,
    select: itemsOf,
  });
}
