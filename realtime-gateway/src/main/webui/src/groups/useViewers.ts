import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useConvoke } from '../app/convoke';
import { Viewing } from './viewing';

/** Who else looks at the group now; they are told that the person does, until the component goes. */
export function useViewers(groupId: string): readonly string[] {
  const { live, session } = useConvoke();
  const viewing = useMemo(() => new Viewing(live, groupId, session.userId), [live, groupId, session.userId]);
  useEffect(() => {
    viewing.start();
    return () => viewing.stop();
  }, [viewing]);
  return useSyncExternalStore(viewing.viewers.subscribe, viewing.viewers.get);
}
