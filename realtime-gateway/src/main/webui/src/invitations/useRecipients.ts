import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type Convoke, useConvoke } from '../app/convoke';
import type { Person } from '../api/types';
import { useDebounced } from '../groups/useDebounced';
import { personCalled } from '../people/search';
import { isId, MOST, readList } from './recipients';

const PAUSE = 400;
/** Fewer at once than would use up what one person may ask in a second. */
const AT_ONCE = 3;

/** Those chosen and those of a list together, each once, once the list's names have been looked up. */
export function useRecipients(chosen: Person[], text: string) {
  const convoke = useConvoke();
  const queries = useQueryClient();
  const late = useDebounced(text, PAUSE);
  const listed = useMemo(() => readList(late), [late]);
  const query = useQuery({ ...lookedUp(convoke, queries, listed.tokens), enabled: listed.tokens.length <= MOST });
  const { ids = [], unknown = [] } = query.data ?? {};
  const all = [...new Set([...chosen.map((person) => person.id), ...ids])];
  const known = query.isSuccess ? all.length : chosen.length + listed.tokens.length;
  return {
    ids: all,
    read: listed.tokens.length,
    strange: listed.strange,
    unknown,
    /** How many there are above what a batch may have. */
    tooMany: Math.max(0, known - MOST),
    looking: late !== text || query.isLoading,
    failed: query.error,
    retry: () => void query.refetch(),
  };
}

function lookedUp(convoke: Convoke, queries: QueryClient, tokens: string[]) {
  return queryOptions({
    queryKey: ['people', 'listed', tokens],
    queryFn: async () => {
      const found = new Map<string, string>(tokens.filter(isId).map((id) => [id, id]));
      const names = tokens.filter((token) => !isId(token));
      // A provider's ids may look like names; those the directory knows in one question for many.
      const people = await Promise.all(names.map((name) => convoke.directory.person(name)));
      people.forEach((person) => person && found.set(person.id, person.id));
      const left = names.filter((name) => !found.has(name));
      const look = async () => {
        for (let name = left.shift(); name !== undefined; name = left.shift()) {
          const person = await queries.query(personCalled(convoke.api, name));
          if (person) {
            found.set(name, person.id);
          }
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, look));
      return {
        ids: tokens.flatMap((token) => found.get(token) ?? []),
        unknown: tokens.filter((token) => !found.has(token)),
      };
    },
    staleTime: 5 * 60_000,
  });
}
