import { infiniteQueryOptions, queryOptions, skipToken } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import type { Group } from '../api/types';

/** Everything of a group is below `['group', id]`, so that its end takes all of it along. */
export const groupKeys = {
  lists: ['groups'] as const,
  mine: ['groups', 'mine'] as const,
  allFound: ['groups', 'found'] as const,
  found: (query: string) => ['groups', 'found', query] as const,
  all: (id: string) => ['group', id] as const,
  settings: (id: string) => ['group', id, 'settings'] as const,
  announced: ['announced-groups'] as const,
  ends: ['group-end'] as const,
  end: (id: string) => ['group-end', id] as const,
};

export function myGroups(api: Api) {
  return infiniteQueryOptions({
    queryKey: groupKeys.mine,
    queryFn: ({ pageParam }) =>
      body(api.groups.GET('/api/v1/groups', { params: { query: { member: 'me', limit: 50, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

export function foundGroups(api: Api, query: string) {
  return infiniteQueryOptions({
    queryKey: groupKeys.found(query),
    queryFn: ({ pageParam }) =>
      body(api.groups.GET('/api/v1/groups', { params: { query: { query: query || undefined, limit: 20, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

/** A group and the ETag of its settings, which a change of them has to bring along. */
export interface GroupAsRead {
  group: Group;
  etag: string;
}

export function groupById(api: Api, id: string) {
  return queryOptions({
    queryKey: groupKeys.settings(id),
    queryFn: async (): Promise<GroupAsRead> => {
      const { data, response } = await api.groups.GET('/api/v1/groups/{g}', { params: { path: { g: id } } });
      return { group: data as Group, etag: response.headers.get('etag') ?? '' };
    },
  });
}

/** How a group that is on the screen ended for the person: nobody can see it any more, or she is out of it. */
export interface GroupEnd {
  how: 'deleted' | 'removed' | 'left';
  groupName: string;
  actorId: string;
}

/** Told by events only, and forgotten with the page that shows it. */
export function groupEnd(id: string) {
  return queryOptions<GroupEnd | null>({ queryKey: groupKeys.end(id), queryFn: skipToken, gcTime: 0, staleTime: Infinity });
}

/** The announcements of others' new groups since one last looked at what groups there are; told by events only. */
export function announcedGroups() {
  return queryOptions<string[]>({ queryKey: groupKeys.announced, queryFn: skipToken, gcTime: Infinity, staleTime: Infinity });
}
