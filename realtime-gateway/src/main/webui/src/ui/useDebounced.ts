import { useEffect, useState } from 'react';

/** The value as it was once it had stayed the same for a moment: what is typed is asked for when the typing pauses. */
export function useDebounced<Value>(value: Value, pause = 300): Value {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
