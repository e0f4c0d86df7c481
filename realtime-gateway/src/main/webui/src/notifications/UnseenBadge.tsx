import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { notificationCounts } from './queries';

const MOST = 99;

/** How many notifications wait unseen. */
export function UnseenBadge() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data } = useQuery(notificationCounts(api));
  const count = data?.unseen ?? 0;
  if (count === 0) {
    return null;
  }
  return (
    <span className="nav-badge number">
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="visually-hidden">{t('notifications.unseen', { count })}</span>
    </span>
  );
}
