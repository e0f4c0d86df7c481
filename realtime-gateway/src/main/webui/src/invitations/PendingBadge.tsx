import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { received } from './queries';

/** How many invitations wait for an answer; nothing where none do. */
export function PendingBadge() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data, hasNextPage } = useInfiniteQuery(received(api));
  const count = (data ?? []).filter((invitation) => invitation.status === 'PENDING').length;
  if (count === 0) {
    return null;
  }
  return (
    <>
      <span className="nav-badge number" aria-hidden>
        {count > 99 || hasNextPage ? '99+' : count}
      </span>
      <span className="visually-hidden">{t('invitations.pending', { count })}</span>
    </>
  );
}
