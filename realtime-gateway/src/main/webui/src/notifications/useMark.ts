import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { refetchSoon } from '../api/queries';
import type { NotificationCounts } from '../api/types';
import { useConvoke } from '../app/convoke';
import { toastFailure } from '../ui/toasts';
import { type Mark, putMark } from './marks';
import { notificationKeys } from './queries';

/** Marks notifications as seen or read, or deletes them: at once on the screen, and taken back where it is refused. */
export function useMark(): (mark: Mark) => void {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const lists = { queryKey: notificationKeys.lists };
  const { mutate } = useMutation({
    mutationFn: (mark: Mark) => send(api, mark),
    onMutate: async (mark) => {
      if (mark.seenUpTo !== undefined) {
        return [];
      }
      await queries.cancelQueries(lists);
      const before = queries.getQueriesData(lists);
      putMark(queries, mark);
      return before;
    },
    onError: (thrown, mark, before) => {
      before?.forEach(([queryKey, list]) => queries.setQueryData(queryKey, list));
      // That something was seen is no doing of hers: it is said again when she looks again.
      if (mark.seenUpTo === undefined) {
        toastFailure(thrown);
      }
    },
    onSuccess: (counts, mark) => {
      if (counts) {
        queries.setQueryData(notificationKeys.counts, counts);
      }
      if (mark.seenUpTo !== undefined) {
        putMark(queries, mark);
      }
    },
    onSettled: (_counts, _thrown, mark) => {
      if (mark.seenUpTo === undefined) {
        refetchSoon(queries, notificationKeys.lists);
        refetchSoon(queries, notificationKeys.counts);
      }
    },
  });
  return mutate;
}

async function send({ gateway }: Api, mark: Mark): Promise<NotificationCounts | null> {
  if (mark.seenUpTo !== undefined) {
    return body(gateway.POST('/api/v1/notifications/seen', { body: { upTo: mark.seenUpTo } }));
  }
  if (mark.deleted) {
    await Promise.all(mark.deleted.map((id) => gateway.DELETE('/api/v1/notifications/{id}', { params: { path: { id } } })));
    return null;
  }
  return body(gateway.POST('/api/v1/notifications/read', { body: { ids: mark.ids, upTo: mark.upTo } }));
}
