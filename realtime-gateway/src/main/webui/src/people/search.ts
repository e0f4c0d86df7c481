import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type Api, body } from '../api/api';
import { Pace } from '../api/pace';
import type { Person } from '../api/types';

const SHOWN = 20;
const AT_ONCE = 100;
const MOST_PAGES = 5;
/** Of the twenty requests that a person has in a second these leave the most to what she does meanwhile. */
const LOOKS = new Pace(1000 / 8);

/** People of whose names a word begins with what was typed; nobody for nothing. */
export function peopleFound(api: Api, query: string) {
  return queryOptions({
    queryKey: ['people', 'found', query],
    queryFn: ({ signal }) => body(api.groups.GET('/api/v1/people', { params: { query: { query, limit: SHOWN } }, signal })),
    select: ({ items }) => items,
    enabled: query !== '',
    placeholderData: keepPreviousData,
  });
}

/** The person with exactly that user name, whatever its case, or null. Many at once are asked for at a pace. */
export function personCalled(api: Api, username: string) {
  return queryOptions({
    queryKey: ['people', 'called', username.toLowerCase()],
    queryFn: async (): Promise<Person | null> => {
      let cursor: string | undefined;
      for (let page = 0; page < MOST_PAGES; page++) {
        await LOOKS.turn();
        const found = await body(
          api.groups.GET('/api/v1/people', { params: { query: { query: username, limit: AT_ONCE, cursor } } }),
        );
        const person = found.items.find((each) => each.username.toLowerCase() === username.toLowerCase());
        if (person || !found.next) {
          return person ?? null;
        }
        cursor = found.next;
      }
      return null;
    },
    staleTime: 5 * 60_000,
  });
}
