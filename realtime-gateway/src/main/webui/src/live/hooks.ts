import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { useConvoke } from '../app/convoke';
import type { EventName, Listener } from './events';
import type { LiveStatus } from './live';

/** Calls the newest `listener` for each event of that name while the component is there. */
export function useEvent<Name extends EventName>(name: Name, listener: Listener<Name>): void {
  const { live } = useConvoke();
  const newest = useEffectEvent(listener);
  useEffect(() => live.on(name, (payload) => newest(payload)), [live, name]);
}

export function useLiveStatus(): LiveStatus {
  const { live } = useConvoke();
  return useSyncExternalStore(live.status.subscribe, live.status.get);
}
