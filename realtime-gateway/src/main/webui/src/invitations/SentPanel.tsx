import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useConvoke } from '../app/convoke';
import { Empty } from '../ui/Empty';
import { Select } from '../ui/Select';
import { InvitationList } from './InvitationList';
import { sent } from './queries';

const STATES = ['PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'REVOKED'] as const;

/** The invitations that one has sent, of all states or one. */
export function SentPanel() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const [search, setSearch] = useSearchParams();
  const status = STATES.find((each) => each === search.get('status'));
  const query = useInfiniteQuery(sent(api, status));
  return (
    <section className="stack" tabIndex={-1} aria-labelledby="sent">
      <h2 id="sent" className="visually-hidden">
        {t('invitations.box.sent')}
      </h2>
      <Select
        label={t('invitations.state')}
        value={status ?? 'ALL'}
        onChange={(chosen) => setSearch(chosen === 'ALL' ? { box: 'sent' } : { box: 'sent', status: chosen }, { replace: true })}
        options={(['ALL', ...STATES] as const).map((value) => ({ value, label: t(`invitations.status.${value}`) }))}
      />
      <InvitationList
        query={query}
        empty={
          <Empty title={t('invitations.noneSent')} text={t('invitations.noneSentText')}>
            <Link to="/groups">{t('app.nav.groups')}</Link>
          </Empty>
        }
      />
    </section>
  );
}
