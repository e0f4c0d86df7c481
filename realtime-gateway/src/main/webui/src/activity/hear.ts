import type { InfiniteData } from '@tanstack/react-query';
import type { Hear } from '../app/assemble';
import type { Activity, Page } from '../api/types';
import { activityKeys } from './queries';

/** Puts what happens on top of the feed, once. */
export const hearActivity: Hear = ({ live }, queries) => {
  live.on('group:activity', ({ activity }) => {
    queries.setQueryData<InfiniteData<Page<Activity>>>(activityKeys.feed(activity.groupId), (feed) => {
      const [first, ...rest] = feed?.pages ?? [];
      if (!feed || !first || feed.pages.some((page) => page.items.some(({ id }) => id === activity.id))) {
        return feed;
      }
      return { ...feed, pages: [{ ...first, items: [activity, ...first.items] }, ...rest] };
    });
  });
};
