import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/styles';
import { Root } from './app/Root';
import { Unreachable } from './app/Welcome';
import { loadConfig } from './auth/config';
import { Session } from './auth/session';
import { startI18n } from './i18n/i18n';
import { applyTheme } from './settings/theme';

applyTheme();
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
const shown = createRoot(place);
await open();

/** Says so where the gateway or the provider cannot be reached. */
async function open(): Promise<void> {
  try {
    const [config] = await Promise.all([loadConfig(), startI18n()]);
    const session = await Session.start(config);
    shown.render(
      <StrictMode>
        <Root config={config} session={session} />
      </StrictMode>,
    );
  } catch {
    shown.render(
      <StrictMode>
        <Unreachable onRetry={open} />
      </StrictMode>,
    );
  }
}
