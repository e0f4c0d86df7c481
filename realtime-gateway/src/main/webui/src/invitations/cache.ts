import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { inPages, isIn, type List } from '../api/lists';
import { refetchIfFetching } from '../api/refetch';
import type { Batch, Invitation } from '../api/types';
import { invitationKeys, isOver, type Status } from './queries';

/** Puts an invitation that came or changed wherever it belongs, once, and takes it away from where it does not. */
export function putInvitation(queries: QueryClient, invitation: Invitation): void {
  replaceInvitation(queries, invitation);
  for (const [key] of queries.getQueriesData({ queryKey: ['invitations', 'sent'] })) {
    const status = key[2] as Status | 'ALL';
    put(queries, key, invitation, status === 'ALL' || status === invitation.status);
  }
  for (const [key] of queries.getQueriesData({ queryKey: invitationKeys.ofGroup(invitation.groupId) })) {
    put(queries, key, invitation, invitation.status === 'PENDING');
  }
}

/** Shows an invitation as it is now wherever it is shown already. */
export function replaceInvitation(queries: QueryClient, invitation: Invitation): void {
  const replaced = inPages<Invitation>((items) => items.map((each) => (each.id === invitation.id ? invitation : each)));
  queries.setQueryData(invitationKeys.one(invitation.id), (old?: Invitation) => old && invitation);
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.lists }, replaced);
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.ofGroup(invitation.groupId) }, replaced);
  refetchIfFetching(queries, invitationKeys.one(invitation.id));
}

export function putReceived(queries: QueryClient, invitation: Invitation): void {
  replaceInvitation(queries, invitation);
  put(queries, invitationKeys.received, invitation, true);
}

export function removeReceived(queries: QueryClient, invitation: Invitation): void {
  put(queries, invitationKeys.received, invitation, false);
}

/** Somebody is a member now: no invitation to the group waits for her. */
export function removeInvitee(queries: QueryClient, groupId: string, userId: string): void {
  const others = inPages<Invitation>((items) => items.filter((each) => each.inviteeId !== userId));
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.ofGroup(groupId) }, others);
  refetchIfFetching(queries, invitationKeys.ofGroup(groupId));
}

/** One is a member oneself, perhaps by an answer that was given elsewhere: no invitation to the group waits any more. */
export function settleReceived(queries: QueryClient, groupId: string): void {
  const waits = (each: Invitation) => each.groupId === groupId && each.status === 'PENDING';
  queries.setQueryData<List<Invitation>>(invitationKeys.received, inPages((items) => items.filter((each) => !waits(each))));
  refetchIfFetching(queries, invitationKeys.received);
  void queries.invalidateQueries({
    queryKey: invitationKeys.each,
    predicate: ({ state }) => state.data !== undefined && waits(state.data as Invitation),
  });
}

/** A batch never goes back, in whatever order answers and events come. */
export function putBatch(queries: QueryClient, batch: Omit<Batch, 'message' | 'finishedAt'>): void {
  const newest = (old: Batch | undefined): Batch | undefined =>
    old && (isOver(old) || old.processed > batch.processed) && !isOver(batch) ? old : { message: null, finishedAt: null, ...old, ...batch };
  queries.setQueryData(invitationKeys.report(batch.id), newest);
  queries.setQueryData<List<Batch>>(
    invitationKeys.batches,
    inPages((items) => items.map((each) => (each.id === batch.id ? (newest(each) ?? each) : each))),
  );
  refetchIfFetching(queries, invitationKeys.report(batch.id));
  refetchIfFetching(queries, invitationKeys.batches);
}

function put(queries: QueryClient, key: QueryKey, invitation: Invitation, belongs: boolean): void {
  const isIt = (each: Invitation) => each.id === invitation.id;
  queries.setQueryData<List<Invitation>>(key, (list) => {
    if (list && belongs && isIn(list, isIt)) {
      return inPages<Invitation>((items) => items.map((each) => (isIt(each) ? invitation : each)))(list);
    }
    const without = inPages<Invitation>((items) => items.filter((each) => !isIt(each)))(list);
    const [first, ...rest] = without?.pages ?? [];
    return belongs && without && first
      ? { ...without, pages: [{ ...first, items: [invitation, ...first.items] }, ...rest] }
      : without;
  });
  refetchIfFetching(queries, key);
}
