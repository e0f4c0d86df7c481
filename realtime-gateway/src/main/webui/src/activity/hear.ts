import { isIn, type List } from '../api/lists';
import { refetchIfFetching } from '../api/refetch';
import type { Activity } from '../api/types';
import type { Hear } from '../app/assemble';
import { activityKeys } from './queries';

/** Puts what happens on top of the feed, once. */
export const hearActivity: Hear = ({ live }, queries) => {
  live.on('group:activity', ({ activity }) => {
    const queryKey = activityKeys.feed(activity.groupId);
    queries.setQueryData<List<Activity>>(queryKey, (feed) => {
      const [first, ...rest] = feed?.pages ?? [];
      if (!feed || !first || isIn(feed, ({ id }) => id === activity.id)) {
        return feed;
      }
      return { ...feed, pages: [{ ...first, items: [activity, ...first.items] }, ...rest] };
    });
    refetchIfFetching(queries, queryKey);
  });
};
