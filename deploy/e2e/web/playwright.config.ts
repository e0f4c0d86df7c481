import { defineConfig } from '@playwright/test';
import { stack } from './stack';

/**
 * Who looks at every page is somebody else than those who tell the story, so that both go on side by side; the gateway is
 * killed when they are done.
 */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  workers: 2,
  projects: [
    { name: 'looks', testMatch: 'looks.spec.ts' },
    { name: 'people', workers: 1, testMatch: ['story.spec.ts', 'session.spec.ts', 'keyboard.spec.ts'] },
    { name: 'faults', testMatch: 'faults.spec.ts', dependencies: ['looks', 'people'] },
  ],
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: stack.url,
    locale: 'en-US',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: stack.chromium,
      // As root there is no sandbox; the rest keeps the browser from asking its maker for news.
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
