import { hashKey, QueryClient, type QueryKey } from '@tanstack/react-query';
import { asProblem } from './problem';
import type { Page } from './types';

const TRIES = 3;
const MOMENT = 250;

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, thrown) => failures < TRIES && asProblem(thrown).passing,
        retryDelay: (failures, thrown) => asProblem(thrown).retryAfter ?? 500 * 2 ** failures,
      },
      mutations: { retry: false },
    },
  });
}

/** What an infinite query needs to go through the pages of a list; with `select` the items of all pages fetched. */
export const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last: Page<unknown>) => last.next ?? undefined,
};

export function itemsOf<Item>(data: { pages: Page<Item>[] }): Item[] {
  return data.pages.flatMap((page) => page.items);
}

const waiting = new WeakMap<QueryClient, Set<string>>();

/** Fetches anew what an event is about, once for all events that come within a moment. */
export function refetchSoon(queries: QueryClient, queryKey: QueryKey): void {
  const keys = waiting.get(queries) ?? new Set();
  waiting.set(queries, keys);
  const hash = hashKey(queryKey);
  if (!keys.has(hash)) {
    keys.add(hash);
    setTimeout(() => {
      keys.delete(hash);
      void queries.invalidateQueries({ queryKey });
    }, MOMENT);
  }
}
