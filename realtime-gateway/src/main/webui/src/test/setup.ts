import '@testing-library/jest-dom/vitest';
import { startI18n } from '../i18n/i18n';
import { toastQueue } from '../ui/toasts';
import { listenToConsole, takeConsole } from './console';
import { server } from './server';

await startI18n('en');

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
beforeEach(listenToConsole);
afterEach(() => {
  server.resetHandlers();
  toastQueue.clear();
  expect(takeConsole()).toEqual([]);
});
afterAll(() => server.close());
