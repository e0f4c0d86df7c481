import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { body } from '../api/api';
import type { components } from '../api/generated/gateway';
import { useConvoke } from '../app/convoke';
import { toastFailure } from '../ui/toasts';
import type { Presence, PresenceState } from './watch';

export const CHOICES = ['ONLINE', 'AWAY', 'BUSY', 'INVISIBLE'] as const;
export type Choice = components['schemas']['PresenceChoice'];

const KEY = ['presence', 'me'];

/** How she appears herself; a choice shows at once, and is taken back when it is refused. */
export function useOwnPresence(): { state: PresenceState | undefined; choose: (choice: Choice) => void } {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: KEY, queryFn: () => body(api.gateway.GET('/api/v1/presence/me')) });
  const { mutate } = useMutation({
    mutationFn: (state: Choice) => body(api.gateway.PUT('/api/v1/presence/me', { body: { state } })),
    onMutate: async (state) => {
      await queries.cancelQueries({ queryKey: KEY });
      const before = queries.getQueryData<Presence>(KEY);
      queries.setQueryData<Presence>(KEY, (now) => now && { ...now, state });
      return before;
    },
    onError: (thrown, _choice, before) => {
      queries.setQueryData(KEY, before);
      toastFailure(thrown);
    },
    onSuccess: (now) => queries.setQueryData(KEY, now),
  });
  return { state: data?.state, choose: mutate };
}
