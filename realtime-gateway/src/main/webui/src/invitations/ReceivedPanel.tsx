import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useConvoke } from '../app/convoke';
import { Empty } from '../ui/Empty';
import { InvitationList } from './InvitationList';
import { received } from './queries';

/** The invitations that wait for one's answer, and those answered just now. */
export function ReceivedPanel() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(received(api));
  return (
    <section className="stack" tabIndex={-1} aria-labelledby="received">
      <h2 id="received" className="visually-hidden">
        {t('invitations.box.received')}
      </h2>
      <InvitationList
        query={query}
        empty={
          <Empty title={t('invitations.noneReceived')} text={t('invitations.noneReceivedText')}>
            <Link to="/discover">{t('app.nav.discover')}</Link>
          </Empty>
        }
      />
    </section>
  );
}
