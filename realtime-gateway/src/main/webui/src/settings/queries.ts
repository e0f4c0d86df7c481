import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';

export const settingsKeys = {
  invitations: ['invitation-settings'] as const,
  blocks: ['invitation-blocks'] as const,
};

/** Whose invitations one wants to see. */
export function invitationSettings(api: Api) {
  return queryOptions({
    queryKey: settingsKeys.invitations,
    queryFn: () => body(api.invitations.GET('/api/v1/invitation-settings')),
  });
}

/** The groups and the people whose invitations one never sees. */
export function blocks(api: Api) {
  return infiniteQueryOptions({
    queryKey: settingsKeys.blocks,
    queryFn: ({ pageParam }) =>
      body(api.invitations.GET('/api/v1/invitation-blocks', { params: { query: { limit: 50, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}
