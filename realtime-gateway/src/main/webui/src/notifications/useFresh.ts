import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Notification } from '../api/types';
import type { Mark } from './marks';

/** Says that what is on the screen was seen, and remembers for this visit which of it had not been. */
export function useFresh(items: Notification[] | undefined, mark: (mark: Mark) => void): ReadonlySet<string> {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const arrived = items?.filter(({ id, seen }) => !seen && !fresh.has(id)) ?? [];
  if (arrived.length > 0) {
    setFresh(new Set([...fresh, ...arrived.map(({ id }) => id)]));
  }
  const visible = useSyncExternalStore(followVisibility, () => document.visibilityState === 'visible');
  const newest = visible ? items?.find(({ seen }) => !seen)?.cursor : undefined;
  useEffect(() => {
    if (newest !== undefined) {
      mark({ seenUpTo: newest });
    }
  }, [newest, mark]);
  return fresh;
}

function followVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
}
