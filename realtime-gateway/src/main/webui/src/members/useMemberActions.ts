import { useMutation, useQueryClient } from '@tanstack/react-query';
import { body } from '../api/api';
import type { List } from '../api/lists';
import { refetchSoon } from '../api/queries';
import type { Member, Role } from '../api/types';
import { useConvoke } from '../app/convoke';
import { groupKeys } from '../groups/queries';
import { toastFailure } from '../ui/toasts';
import { changeMember, dropMember } from './cache';
import { memberKeys } from './queries';

interface Change {
  userId: string;
  role?: Role;
  mutedUntil?: string | null;
}

/** Changes a member's role or mute: shown at once, and taken back when it is refused. */
export function useChangeMember(g: string) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const queryKey = memberKeys.lists(g);
  return useMutation({
    mutationFn: ({ userId, ...change }: Change) =>
      body(api.groups.PATCH('/api/v1/groups/{g}/members/{u}', { params: { path: { g, u: userId } }, body: change })),
    onMutate: async ({ userId, ...change }) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueriesData<List<Member>>({ queryKey });
      changeMember(queries, g, userId, change);
      return before;
    },
    onError: (thrown, _change, before) => {
      before?.forEach(([key, list]) => queries.setQueryData(key, list));
      toastFailure(thrown);
    },
    onSuccess: ({ role, mutedUntil }, { userId }) => changeMember(queries, g, userId, { role, mutedUntil }),
    // What was being fetched is not in the lists, and what was heard meanwhile is not in those put back.
    onSettled: () => refetchSoon(queries, queryKey),
  });
}

/** Puts a member out of the group. */
export function useRemoveMember(g: string) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) => api.groups.DELETE('/api/v1/groups/{g}/members/{u}', { params: { path: { g, u: userId } } }),
    onSuccess: (_gone, userId) => dropMember(queries, g, userId),
    onError: toastFailure,
  });
}

/** Makes a member owner in the person's place, who is an admin from then on. */
export function useTransfer(g: string) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (userId: string) =>
      body(api.groups.POST('/api/v1/groups/{g}/ownership', { params: { path: { g } }, body: { toUserId: userId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: groupKeys.all(g) }),
    onError: toastFailure,
  });
}
