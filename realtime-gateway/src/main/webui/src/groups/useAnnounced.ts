import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { announcedGroups, groupKeys } from './queries';

/** How many groups of others were announced since the person last looked, and how to begin anew. */
export function useAnnounced(): { count: number; forget: () => void } {
  const queries = useQueryClient();
  const { data } = useQuery(announcedGroups());
  const forget = useCallback(() => queries.setQueryData<string[]>(groupKeys.announced, []), [queries]);
  return { count: data?.length ?? 0, forget };
}
