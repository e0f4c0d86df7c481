import { type RefObject, useLayoutEffect } from 'react';

/** When an element goes while the focus is in it, the focus goes to its neighbour, else to what is around it. */
export function useFocusKept(ref: RefObject<HTMLElement | null>): void {
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
