import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Convoke, useConvoke } from '../app/convoke';
import type { Person } from '../api/types';
import { personCalled } from '../people/search';
import { useDebounced } from '../ui/useDebounced';
import { isId, MOST, readList } from './recipients';

const PAUSE = 400;
/** So many answers are waited for at once; how many are asked for in a second is the search's to say. */
const AT_ONCE = 3;

/** Those chosen and those of a list together, each once, once the list's names have been looked up. */
export function useRecipients(chosen: Person[], text: string) {
  const convoke = useConvoke();
  const queries = useQueryClient();
  const late = useDebounced(text, PAUSE);
  const listed = useMemo(() => readList(late), [late]);
  const [checked, setChecked] = useState(0);
  const query = useQuery({ ...lookedUp(convoke, queries, listed.tokens, setChecked), enabled: listed.tokens.length <= MOST });
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
    /** How many of those read have been looked up; null while that is not under way. */
    checked: query.isLoading ? checked : null,
    failed: query.error,
    retry: () => void query.refetch(),
  };
}

function lookedUp(convoke: Convoke, queries: QueryClient, tokens: string[], onChecked: (count: number) => void) {
  return queryOptions({
    queryKey: ['people', 'listed', tokens],
    queryFn: async ({ signal }) => {
      onChecked(0);
      const ids = new Set(tokens.filter(isId));
      const names = tokens.filter((token) => !isId(token));
      // A provider's ids may look like names; those the directory knows in one question for many.
      const people = await Promise.all(names.map((name) => convoke.directory.person(name)));
      people.forEach((person) => person && ids.add(person.id));
      const called = new Map<string, string>();
      const left = new Set(names.filter((name) => !ids.has(name)).map(spelled));
      let checked = tokens.length - left.size;
      const next = left.values();
      const look = async () => {
        for (const name of next) {
          onChecked(checked);
          signal.throwIfAborted();
          const person = await queries.query(personCalled(convoke.api, name));
          if (person) {
            called.set(name, person.id);
          }
          checked++;
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, look));
      const found = (token: string) => (ids.has(token) ? token : called.get(spelled(token)));
      return {
        ids: tokens.flatMap((token) => found(token) ?? []),
        unknown: tokens.filter((token) => found(token) === undefined),
      };
    },
    staleTime: 5 * 60_000,
  });
}

/** A user name in the spelling that its other spellings share. */
function spelled(name: string): string {
  return name.toLowerCase();
}
