import type { InfiniteData } from '@tanstack/react-query';
import type { Page } from './types';

/** A list as far as its pages have been fetched. */
export type List<Item> = InfiniteData<Page<Item>>;

/** The list with each page passed through `change`; what was not fetched stays so. */
export function inPages<Item>(change: (items: Item[]) => Item[]) {
  return (list: List<Item> | undefined) =>
    list && { ...list, pages: list.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

/** Whether an item like that has been fetched. */
export function isIn<Item>(list: List<Item>, like: (item: Item) => boolean): boolean {
  return list.pages.some((page) => page.items.some(like));
}
