import type { InfiniteData, QueryClient, QueryKey } from '@tanstack/react-query';
import type { Batch, Invitation, Page } from '../api/types';
import { invitationKeys, isOver, type Status } from './queries';

type List<Item> = InfiniteData<Page<Item>, string | undefined>;
type Change<Item> = (items: Item[]) => Item[];

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
  const replaced: Change<Invitation> = (items) => items.map((each) => (each.id === invitation.id ? invitation : each));
  queries.setQueryData(invitationKeys.one(invitation.id), (old?: Invitation) => old && invitation);
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.lists }, (list) => changed(list, replaced));
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.ofGroup(invitation.groupId) }, (list) =>
    changed(list, replaced),
  );
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
  queries.setQueriesData<List<Invitation>>({ queryKey: invitationKeys.ofGroup(groupId) }, (list) =>
    changed(list, (items) => items.filter((each) => each.inviteeId !== userId)),
  );
}

/** A batch never goes back, in whatever order answers and events come. */
export function putBatch(queries: QueryClient, batch: Omit<Batch, 'message' | 'finishedAt'>): void {
  const newest = (old: Batch | undefined): Batch | undefined =>
    old && (isOver(old) || old.processed > batch.processed) && !isOver(batch) ? old : { message: null, finishedAt: null, ...old, ...batch };
  queries.setQueryData(invitationKeys.report(batch.id), newest);
  queries.setQueryData<List<Batch>>(invitationKeys.batches, (list) =>
    changed(list, (items) => items.map((each) => (each.id === batch.id ? (newest(each) ?? each) : each))),
  );
}

function put(queries: QueryClient, key: QueryKey, invitation: Invitation, belongs: boolean): void {
  queries.setQueryData<List<Invitation>>(key, (list) => {
    const there = list?.pages.some((page) => page.items.some((each) => each.id === invitation.id));
    if (there && belongs) {
      return changed(list, (items) => items.map((each) => (each.id === invitation.id ? invitation : each)));
    }
    const without = changed(list, (items) => items.filter((each) => each.id !== invitation.id));
    const [first, ...rest] = without?.pages ?? [];
    return belongs && without && first
      ? { ...without, pages: [{ ...first, items: [invitation, ...first.items] }, ...rest] }
      : without;
  });
  // An answer that is under way may be older than what was heard.
  void queries.invalidateQueries({ queryKey: key, predicate: ({ state }) => state.fetchStatus === 'fetching' });
}

function changed<Item>(list: List<Item> | undefined, change: Change<Item>): List<Item> | undefined {
  return list && { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) };
}
