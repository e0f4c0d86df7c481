import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { requestsOf } from './queries';

/** How many wait to be let in. */
export function RequestsBadge({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data, hasNextPage } = useInfiniteQuery(requestsOf(api, groupId));
  const count = data?.length ?? 0;
  if (count === 0) {
    return null;
  }
  return (
    <>
      {' '}
      <span className="tab-badge number">
        <span aria-hidden>
          {count}
          {hasNextPage && '+'}
        </span>
        <span className="visually-hidden">{t('groups.waiting', { count })}</span>
      </span>
    </>
  );
}
