import { type RefObject, useLayoutEffect, useState } from 'react';

/** Lets the focus go to an element with what is shown next: a menu or dialog that is still open would take it back. */
export function useFocusNext(ref: RefObject<HTMLElement | null>): () => void {
  const [times, setTimes] = useState(0);
  useLayoutEffect(() => {
    if (times > 0) {
      ref.current?.focus();
    }
  }, [ref, times]);
  return () => setTimes((before) => before + 1);
}
