import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Title } from '../app/Title';
import { Panel } from '../ui/Panel';
import { Appearance } from './Appearance';
import { BlocksPanel } from './BlocksPanel';
import { InvitationSettings } from './InvitationSettings';
import { OwnData } from './OwnData';
import { OwnPresence } from './OwnPresence';

/** What a person decides about herself and this page. */
export default function SettingsPage() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Title>{t('app.nav.settings')}</Title>
      <Card>
        <OwnPresence />
      </Card>
      <Card>
        <InvitationSettings />
      </Card>
      <Card>
        <BlocksPanel />
      </Card>
      <Card>
        <Appearance />
      </Card>
      <Card>
        <OwnData />
      </Card>
    </div>
  );
}

function Card({ children }: { children: ReactNode }) {
  return (
    <section className="card stack">
      <Panel>{children}</Panel>
    </section>
  );
}
