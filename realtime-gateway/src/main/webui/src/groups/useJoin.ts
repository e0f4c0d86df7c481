import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import { refetchSoon } from '../api/queries';
import { refetch } from '../api/refetch';
import type { Group, JoinRequest, Member } from '../api/types';
import { useConvoke } from '../app/convoke';
import { memberKeys } from '../members/queries';
import { toast, toastFailure } from '../ui/toasts';
import { changeMembership } from './cache';

/** Joins an open group; where one has to ask by now, it has been asked. */
export function useJoin(group: Group) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body<Member | JoinRequest>(api.groups.PUT('/api/v1/groups/{g}/members/me', { params: { path: { g: group.id } } })),
    onSuccess: (answer) => {
      if ('status' in answer) {
        refetch(queries, memberKeys.ownRequests);
      } else {
        changeMembership(queries, group.id, answer.role);
        toast({ text: t('groups.join.done', { group: group.name }) });
      }
    },
    onError: toastFailure,
  });
}

/** Asks to be let in; who holds an invitation is in at once. */
export function useAsk(group: Group) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (message: string) =>
      body(
        api.groups.POST('/api/v1/groups/{g}/join-requests', {
          params: { path: { g: group.id } },
          body: { message: message || undefined },
        }),
      ),
    onSuccess: (request: JoinRequest) => {
      if (request.status === 'APPROVED') {
        changeMembership(queries, group.id, 'MEMBER');
        toast({ text: t('groups.join.done', { group: group.name }) });
      } else {
        queries.setQueryData<JoinRequest[]>(memberKeys.ownRequests, (own = []) => [...own.filter(({ id }) => id !== request.id), request]);
      }
    },
  });
}

/** Asks no more; shown at once, and taken back when it is refused. */
export function useWithdraw(request: JoinRequest) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => body(api.groups.POST('/api/v1/join-requests/{r}/withdraw', { params: { path: { r: request.id } }, body: {} })),
    onMutate: async () => {
      await queries.cancelQueries({ queryKey: memberKeys.ownRequests });
      const before = queries.getQueryData<JoinRequest[]>(memberKeys.ownRequests);
      queries.setQueryData<JoinRequest[]>(memberKeys.ownRequests, (own) => own?.filter(({ id }) => id !== request.id));
      return before;
    },
    onError: (thrown, _nothing, before) => {
      queries.setQueryData(memberKeys.ownRequests, before);
      toastFailure(thrown);
    },
    // What was being fetched is not in the list, and what was heard meanwhile is not in the one put back.
    onSettled: () => refetchSoon(queries, memberKeys.ownRequests),
  });
}
