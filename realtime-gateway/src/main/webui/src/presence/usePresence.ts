import { useEffect, useSyncExternalStore } from 'react';
import { useConvoke } from '../app/convoke';
import type { Presence } from './watch';

/** How somebody appears, from now on until the component goes; undefined until it is known. */
export function usePresence(userId: string): Presence | undefined {
  const { watch } = useConvoke();
  useEffect(() => watch.add(userId), [watch, userId]);
  return useSyncExternalStore(watch.subscribe, () => watch.get(userId));
}
