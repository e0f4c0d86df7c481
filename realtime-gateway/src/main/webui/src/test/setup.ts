import { configure } from '@testing-library/dom';
import '@testing-library/jest-dom/vitest';
import { startI18n } from '../i18n/i18n';
import { toastQueue } from '../ui/toasts';
import { listenToConsole, takeConsole } from './console';
import { server } from './server';

await startI18n('en');

// Of a busy machine; who waits for what comes does not wait longer.
configure({ asyncUtilTimeout: 5000 });
vi.setConfig({ testTimeout: 20_000 });

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(listenToConsole);
afterEach(() => {
  server.resetHandlers();
  toastQueue.clear();
  expect(takeConsole()).toEqual([]);
});
afterAll(() => server.close());
