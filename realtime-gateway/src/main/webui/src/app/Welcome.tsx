import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import './shell.css';

export function Welcome({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation();
  return <Door title={t('app.welcome.title')} text={t('app.welcome.text')} onSignIn={onSignIn} />;
}

/** The provider gives no more tokens. */
export function Ended({ onSignIn }: { onSignIn: () => void }) {
  const { t } = useTranslation();
  return <Door title={t('app.ended.title')} text={t('app.ended.text')} onSignIn={onSignIn} />;
}

function Door({ title, text, onSignIn }: { title: string; text: string; onSignIn: () => void }) {
  const { t } = useTranslation();
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
          <Button kind="primary" onPress={onSignIn}>
            {t('app.welcome.signIn')}
          </Button>
        </div>
      </div>
    </main>
  );
}
