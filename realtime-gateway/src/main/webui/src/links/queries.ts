import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import { groupKeys } from '../groups/queries';

export const linkKeys = {
  ofGroup: (groupId: string) => [...groupKeys.all(groupId), 'links'] as const,
  preview: (code: string) => ['link', code] as const,
};

/** The links of a group, newest first, without their codes. */
export function linksOf(api: Api, groupId: string) {
  return infiniteQueryOptions({
    queryKey: linkKeys.ofGroup(groupId),
    queryFn: ({ pageParam }) =>
      body(api.invitations.GET('/api/v1/invitation-links', { params: { query: { groupId, limit: 50, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

/** Where a link leads. */
export function linkPreview(api: Api, code: string) {
  return queryOptions({
    queryKey: linkKeys.preview(code),
    queryFn: () => body(api.invitations.GET('/api/v1/invitation-links/{link}', { params: { path: { link: code } } })),
  });
}
