import { defineConfig } from '@playwright/test';
import { stack } from './stack';

/** One browser, one test after the other: they share a stack and two cores with it. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'target/results',
  workers: 1,
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
