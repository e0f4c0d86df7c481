import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/styles';
import { Root } from './app/Root';
import { loadConfig } from './auth/config';
import { Session } from './auth/session';
import { startI18n } from './i18n/i18n';
import { applyTheme } from './settings/theme';

applyTheme();
const [config] = await Promise.all([loadConfig(), startI18n()]);
const session = await Session.start(config);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Root config={config} session={session} />
  </StrictMode>,
);
