import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A dialog that closes gives the focus back within this time. */
const SETTLED = 100;

/** What has the focus for a while and gives it back. */
const PASSING = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';

/**
 * For a container: keeps the focus in it when what had it is gone, as the row that somebody just removed. The element
 * with `data-keeps-focus` takes it, else the container. `state` is what changes when something may have gone.
 */
export function useFocusKeeper<Container extends HTMLElement>(state: unknown): RefObject<Container | null> {
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

/** For an element that may go by itself: when it does with the focus in it, its neighbour has it, else what is around it. */
export function useFocusHeir(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (element?.contains(document.activeElement)) {
        const beside = [element.nextElementSibling, element.previousElementSibling].find((each) => each?.matches('[tabindex]'));
        const next = beside ?? element.parentElement?.closest('[tabindex]');
        (next as HTMLElement | null | undefined)?.focus();
      }
    };
  }, [ref]);
}

/** Lets the focus go to an element with what is shown next: a menu or dialog that is still open would take it back. */
export function useFocusWhenShown(ref: RefObject<HTMLElement | null>): () => void {
  const [times, setTimes] = useState(0);
  useLayoutEffect(() => {
    if (times > 0) {
      ref.current?.focus();
    }
  }, [ref, times]);
  return () => setTimes((before) => before + 1);
}

/** Before an item of a list is removed: moves the focus from it to its neighbour, else to the content of the page. */
export function focusNeighbour(): void {
  const item = document.activeElement?.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>('a[href], button') ?? document.getElementById('content');
  if (item) {
    next?.focus();
  }
}
