import { useQuery } from '@tanstack/react-query';
import { useConvoke } from '../app/convoke';
import type { Person } from './directory';

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
