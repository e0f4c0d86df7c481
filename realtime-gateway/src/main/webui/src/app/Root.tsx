import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import type { WebConfig } from '../auth/config';
import type { Session } from '../auth/session';
import { assemble } from './assemble';
import { ConvokeContext } from './convoke';
import { Ended, Welcome } from './Welcome';
import { Pages } from './Pages';

/** The page of somebody who is signed in, or the way to sign in. */
export function Root({ config, session }: { config: WebConfig; session: Session }) {
  const { i18n } = useTranslation();
  return (
    <I18nProvider locale={i18n.language}>
      {session.signedIn ? <SignedIn config={config} session={session} /> : <Welcome onSignIn={() => session.signIn()} />}
    </I18nProvider>
  );
}

function SignedIn({ config, session }: { config: WebConfig; session: Session }) {
  const [ended, setEnded] = useState(false);
  const [{ convoke, queries }] = useState(() => assemble(config, session));
  useEffect(() => session.onEnd(() => setEnded(true)), [session]);
  useEffect(() => {
    if (!ended) {
      convoke.live.start();
      return () => convoke.live.stop();
    }
  }, [convoke, ended]);
  if (ended) {
    return <Ended onSignIn={() => session.signIn()} />;
  }
  return (
    <QueryClientProvider client={queries}>
      <ConvokeContext value={convoke}>
        <BrowserRouter>
          <Pages />
        </BrowserRouter>
      </ConvokeContext>
    </QueryClientProvider>
  );
}
