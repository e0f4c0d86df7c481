import { useQuery } from '@tanstack/react-query';
import type { Person } from '../api/types';
import { useConvoke } from '../app/convoke';

/** A person of the directory; null when it does not know her, undefined until it has answered. */
export function usePerson(id: string | null | undefined): Person | null | undefined {
  const { directory } = useConvoke();
  const { data } = useQuery({
    queryKey: ['person', id],
    queryFn: () => directory.person(id ?? ''),
    enabled: Boolean(id),
    staleTime: 10 * 60_000,
  });
  return data;
}
