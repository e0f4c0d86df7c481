/**
 * Moves the focus from an item of a list that is about to go to its neighbour, else to the content of the page. Without
 * that it would be lost, and a keyboard would begin at the top.
 */
export function focusNeighbour(): void {
  const item = document.activeElement?.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const next = neighbour?.querySelector<HTMLElement>('a[href], button') ?? document.getElementById('content');
  if (item) {
    next?.focus();
  }
}
