import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { itemsOf, pages } from '../api/queries';
import type { Batch, BatchItem, Invitation } from '../api/types';
import { groupKeys } from '../groups/queries';
import type { LiveStatus } from '../live/live';

export type Status = Invitation['status'];
export type Outcome = NonNullable<BatchItem['outcome']>;

export const invitationKeys = {
  lists: ['invitations'] as const,
  received: ['invitations', 'received'] as const,
  sent: (status?: Status) => ['invitations', 'sent', status ?? 'ALL'] as const,
  each: ['invitation'] as const,
  one: (id: string) => ['invitation', id] as const,
  ofGroup: (groupId: string) => [...groupKeys.all(groupId), 'invitations'] as const,
  batches: ['batches'] as const,
  report: (id: string) => ['batch', id, 'report'] as const,
  outcomes: (id: string) => ['batch', id, 'outcomes'] as const,
};

const EVERY = 2000;
const OTHERS = 30_000;

/** The invitations that wait for one's answer. */
export function received(api: Api) {
  return infiniteQueryOptions({
    queryKey: invitationKeys.received,
    queryFn: ({ pageParam }) =>
      body(
        api.invitations.GET('/api/v1/invitations', {
          params: { query: { box: 'received', status: 'PENDING', limit: 100, cursor: pageParam } },
        }),
      ),
    ...pages,
    select: itemsOf,
  });
}

/** The invitations that one has sent, all or those in one state. */
export function sent(api: Api, status?: Status) {
  return infiniteQueryOptions({
    queryKey: invitationKeys.sent(status),
    queryFn: ({ pageParam }) =>
      body(
        api.invitations.GET('/api/v1/invitations', {
          params: { query: { box: 'sent', status, limit: 50, cursor: pageParam } },
        }),
      ),
    ...pages,
    select: itemsOf,
  });
}

/** The pending invitations to a group: all of them for its moderators, one's own for others. */
export function ofGroup(api: Api, groupId: string, box: 'group' | 'sent') {
  return infiniteQueryOptions({
    queryKey: [...invitationKeys.ofGroup(groupId), box],
    queryFn: ({ pageParam }) =>
      body(
        api.invitations.GET('/api/v1/invitations', {
          params: { query: { box, groupId, status: 'PENDING', limit: 50, cursor: pageParam } },
        }),
      ),
    ...pages,
    select: itemsOf,
    // What other inviters do is told to nobody else.
    refetchInterval: box === 'group' ? OTHERS : false,
  });
}

export function invitationById(api: Api, id: string) {
  return queryOptions({
    queryKey: invitationKeys.one(id),
    queryFn: () => body(api.invitations.GET('/api/v1/invitations/{id}', { params: { path: { id } } })),
  });
}

/** What one has sent to many. */
export function batches(api: Api) {
  return infiniteQueryOptions({
    queryKey: invitationKeys.batches,
    queryFn: ({ pageParam }) =>
      body(api.invitations.GET('/api/v1/invitation-batches', { params: { query: { limit: 20, cursor: pageParam } } })),
    ...pages,
    select: itemsOf,
  });
}

/** How far a batch has got: events say so, and while there are none it is asked. */
export function batchById(api: Api, id: string, status: LiveStatus) {
  return queryOptions({
    queryKey: invitationKeys.report(id),
    queryFn: () => body(api.invitations.GET('/api/v1/invitation-batches/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (status !== 'live' && !(state.data && isOver(state.data)) ? EVERY : false),
  });
}

/** What became of each, all or those of one outcome. */
export function batchItems(api: Api, id: string, outcome?: Outcome) {
  return infiniteQueryOptions({
    queryKey: [...invitationKeys.outcomes(id), outcome ?? 'ALL'],
    queryFn: ({ pageParam }) =>
      body(
        api.invitations.GET('/api/v1/invitation-batches/{id}/items', {
          params: { path: { id }, query: { outcome, limit: 50, cursor: pageParam } },
        }),
      ) as Promise<{ items: BatchItem[]; next: string | null }>,
    ...pages,
    select: itemsOf,
  });
}

export function isOver({ state }: Pick<Batch, 'state'>): boolean {
  return state === 'COMPLETED' || state === 'CANCELLED';
}
