import { CancelledError, type Query, type QueryClient, type QueryKey } from '@tanstack/react-query';

const waiting = new WeakSet<Query>();

/** What is being fetched may be older than what was heard meanwhile: it is fetched once more when it is there. */
export function refetchIfFetching(queries: QueryClient, queryKey?: QueryKey): void {
  for (const query of queries.getQueryCache().findAll({ queryKey, fetchStatus: 'fetching' })) {
    if (!waiting.has(query)) {
      waiting.add(query);
      const again = (failure?: unknown) => {
        waiting.delete(query);
        // Whoever has broken it off has it fetched later.
        if (!(failure instanceof CancelledError)) {
          void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
        }
      };
      void Promise.resolve(query.promise).then(() => again(), again);
    }
  }
}

/** Fetches what is shown as it is now, and what is not when it is shown; an answer under way does not count. */
export function refetch(queries: QueryClient, queryKey?: QueryKey): void {
  refetchIfFetching(queries, queryKey);
  void queries.invalidateQueries({ queryKey, predicate: ({ state }) => state.fetchStatus !== 'fetching' });
}
