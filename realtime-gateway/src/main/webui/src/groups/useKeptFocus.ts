import { type RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus in a container when what had it is gone, as the row that somebody just removed: the element with
 * `data-keeps-focus` takes it, else the container. `state` is what changes when something may have gone.
 */
export function useKeptFocus<Container extends HTMLElement>(state: unknown): RefObject<Container | null> {
  const container = useRef<Container>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element) {
        last.current = container.current?.contains(target) ? target : null;
      }
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    if (last.current && !last.current.isConnected && document.activeElement === document.body) {
      const keeper = container.current?.querySelector<HTMLElement>('[data-keeps-focus]') ?? container.current;
      keeper?.focus({ preventScroll: true });
    }
  }, [state]);
  return container;
}
