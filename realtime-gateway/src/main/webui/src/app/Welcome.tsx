import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import './shell.css';

export function Welcome({ onSignIn }: { onSignIn: () => Promise<void> }) {
  const { t } = useTranslation();
  return <Door title={t('app.welcome.title')} text={t('app.welcome.text')} action={t('app.welcome.signIn')} onAction={onSignIn} />;
}

/** The provider gives no more tokens. */
export function Ended({ onSignIn }: { onSignIn: () => Promise<void> }) {
  const { t } = useTranslation();
  return <Door title={t('app.ended.title')} text={t('app.ended.text')} action={t('app.welcome.signIn')} onAction={onSignIn} />;
}

/** The page is there, and nothing that it needs to begin with. */
export function Unreachable({ onRetry }: { onRetry: () => Promise<void> }) {
  const { t } = useTranslation();
  return <Door title={t('app.failed.unreachable')} text={t('app.failed.later')} action={t('app.retry')} onAction={onRetry} />;
}

interface Props {
  title: string;
  text: string;
  action: string;
  onAction: () => Promise<void>;
}

function Door({ title, text, action, onAction }: Props) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const act = () => {
    setFailed(false);
    onAction().catch(() => setFailed(true));
  };
  return (
    <main className="welcome">
      <div className="card stack">
        <p className="brand">
          <img src="/icon.svg" alt="" width={32} height={32} />
          {t('app.name')}
        </p>
        <h1>{title}</h1>
        <p className="muted">{text}</p>
        <div>
          <Button kind="primary" onPress={act}>
            {action}
          </Button>
        </div>
        <div role="alert">{failed && <p className="field-error">{t('app.failed.unreachable')}</p>}</div>
      </div>
    </main>
  );
}
