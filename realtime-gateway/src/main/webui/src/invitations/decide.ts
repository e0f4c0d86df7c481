import { type QueryClient, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import { asProblem } from '../api/problem';
import { refetchSoon } from '../api/queries';
import type { Invitation } from '../api/types';
import { useConvoke } from '../app/convoke';
import { changeMembership } from '../groups/cache';
import { toast, toastFailure } from '../ui/toasts';
import { putInvitation, removeReceived, replaceInvitation } from './cache';
import { invitationKeys, type Status } from './queries';

export const SCOPES = ['ONCE', 'GROUP', 'INVITER'] as const;
export type Scope = (typeof SCOPES)[number];

/** Accepting an invitation; it looks accepted at once. */
export function useAccept(invitation: Invitation) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.invitations.POST('/api/v1/invitations/{id}/accept', { params: { path: { id: invitation.id } }, body: {} })),
    onMutate: () => assume(queries, invitation, 'ACCEPTED'),
    onSuccess: (accepted) => {
      replaceInvitation(queries, accepted.invitation);
      changeMembership(queries, invitation.groupId, accepted.membership.role);
      toast({ text: t('invitations.toast.joined', { group: invitation.group.name }), to: `/groups/${invitation.groupId}` });
    },
    onError: (thrown, _, assumed) => takeBack(queries, thrown, assumed),
    onSettled: (_answer, _thrown, _, assumed) => goOn(queries, assumed),
  });
}

/** Declining an invitation, or all to its group, or all from its inviter. */
export function useDecline(invitation: Invitation) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (scope: Scope) =>
      body(api.invitations.POST('/api/v1/invitations/{id}/decline', { params: { path: { id: invitation.id } }, body: { scope } })),
    onMutate: () => assume(queries, invitation, 'DECLINED'),
    onSuccess: (declined, scope) => {
      replaceInvitation(queries, declined);
      if (scope !== 'ONCE') {
        void queries.invalidateQueries({ queryKey: ['invitation-blocks'] });
      }
    },
    onError: (thrown, _, assumed) => takeBack(queries, thrown, assumed),
    onSettled: (_answer, _thrown, _, assumed) => goOn(queries, assumed),
  });
}

/** Taking an invitation back. */
export function useCancel(invitation: Invitation, onDone: () => void) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.invitations.POST('/api/v1/invitations/{id}/cancel', { params: { path: { id: invitation.id } }, body: {} })),
    onSuccess: (cancelled) => putInvitation(queries, cancelled),
    onError: (thrown) => refused(queries, invitation, thrown),
    onSettled: onDone,
  });
}

/** Asking the invitee once more. */
export function useResend(invitation: Invitation) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.invitations.POST('/api/v1/invitations/{id}/resend', { params: { path: { id: invitation.id } }, body: {} })),
    onSuccess: (resent) => {
      putInvitation(queries, resent);
      toast({ text: t('invitations.toast.resent') });
    },
    onError: (thrown) => refused(queries, invitation, thrown),
  });
}

interface Assumed {
  /** As it was; what the mutation's hook was called with is by now what was assumed. */
  before: Invitation;
  interrupted: QueryKey[];
}

async function assume(queries: QueryClient, invitation: Invitation, status: Status): Promise<Assumed> {
  const loaded = { predicate: ({ state }: { state: { data: unknown } }) => state.data !== undefined };
  const shown = [invitationKeys.received, invitationKeys.one(invitation.id)];
  const interrupted = shown.filter((queryKey) => queries.isFetching({ queryKey, ...loaded }) > 0);
  await Promise.all(shown.map((queryKey) => queries.cancelQueries({ queryKey, ...loaded })));
  replaceInvitation(queries, { ...invitation, status });
  return { before: invitation, interrupted };
}

/** What was being fetched is fetched after all. */
function goOn(queries: QueryClient, assumed: Assumed | undefined): void {
  assumed?.interrupted.forEach((queryKey) => refetchSoon(queries, queryKey));
}

/** It waits again, and its line says why; unless it is over, then that is said and it is gone. */
function takeBack(queries: QueryClient, thrown: unknown, assumed: Assumed | undefined): void {
  if (!assumed) {
    return;
  }
  const { before } = assumed;
  replaceInvitation(queries, before);
  const { code } = asProblem(thrown);
  if (code === 'expired' || code === 'not-pending') {
    removeReceived(queries, before);
    refused(queries, before, thrown);
  }
}

/** What is refused may be so because the page did not know better. */
function refused(queries: QueryClient, invitation: Invitation, thrown: unknown): void {
  toastFailure(thrown);
  void queries.invalidateQueries({ queryKey: invitationKeys.one(invitation.id) });
  void queries.invalidateQueries({ queryKey: invitationKeys.lists });
  void queries.invalidateQueries({ queryKey: invitationKeys.ofGroup(invitation.groupId) });
}
