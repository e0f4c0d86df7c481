import { useState } from 'react';
import { useConvoke } from '../app/convoke';
import { useEvent } from '../live/hooks';

/** How many groups of others were announced since the person last looked, and how to begin anew. */
export function useAnnounced(): { count: number; forget: () => void } {
  const { session } = useConvoke();
  const [facts, setFacts] = useState<string[]>([]);
  useEvent('notification:group_created', ({ factId, group }) => {
    if (group.createdBy !== session.userId) {
      setFacts((known) => [...known.filter((each) => each !== factId), factId]);
    }
  });
  useEvent('notification:withdrawn', ({ factId }) => setFacts((known) => known.filter((each) => each !== factId)));
  return { count: facts.length, forget: () => setFacts([]) };
}
