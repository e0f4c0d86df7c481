import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Title } from '../app/Title';
import { Panel } from '../ui/Panel';
import { BatchesPanel } from './BatchesPanel';
import { ReceivedPanel } from './ReceivedPanel';
import { SentPanel } from './SentPanel';

const BOXES = ['received', 'sent', 'batches'] as const;

/** The invitations that one got and sent. */
export default function InvitationsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const box = BOXES.find((each) => each === search.get('box')) ?? 'received';
  return (
    <div className="stack">
      <Title>{t('app.nav.invitations')}</Title>
      <nav className="tabs" aria-label={t('app.nav.invitations')}>
        {BOXES.map((each) => (
          <Link key={each} className="tab" to={`/invitations?box=${each}`} aria-current={each === box ? 'page' : undefined}>
            {t(`invitations.box.${each}`)}
          </Link>
        ))}
      </nav>
      <Panel key={box}>
        {box === 'received' ? <ReceivedPanel /> : box === 'sent' ? <SentPanel /> : <BatchesPanel />}
      </Panel>
    </div>
  );
}
