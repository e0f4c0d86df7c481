import { type RefObject, useEffect, useRef } from 'react';

/** A dialog that closes gives the focus back within this time. */
const SETTLED = 100;

/** What has the focus for a while and gives it back. */
const PASSING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/**
 * Keeps the focus in a container when what had it is gone, as the row that somebody just removed: the element with
 * `data-keeps-focus` takes it, else the container. `state` is what changes when something may have gone.
 */
export function useKeptFocus<Container extends HTMLElement>(state: unknown): RefObject<Container | null> {
  const container = useRef<Container>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest(PASSING)) {
        last.current = container.current?.contains(target) ? target : null;
      }
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (last.current && !last.current.isConnected && document.activeElement === document.body) {
        const keeper = container.current?.querySelector<HTMLElement>('[data-keeps-focus]') ?? container.current;
        keeper?.focus({ preventScroll: true });
      }
    }, SETTLED);
    return () => clearTimeout(timer);
  }, [state]);
  return container;
}
