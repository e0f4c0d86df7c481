import { type BrowserContext, type ConsoleMessage, expect, type Page, test as base } from '@playwright/test';

export type Name = 'alice' | 'bob' | 'carol' | 'dave' | 'erin';

/** Somebody at a browser of her own. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** From now on the network is expected to fail, and the browser to complain of it. */
  expectTrouble(): void;
}

/** The provider's cookies of who has signed in before: she need not type her password in every test. */
const logins = new Map<Name, Awaited<ReturnType<BrowserContext['storageState']>>>();

interface Options {
  width?: number;
  scheme?: 'light' | 'dark';
  /** The path she opens first. */
  at?: string;
  /** Nobody has signed in at her browser before. */
  stranger?: boolean;
}

/** Signs people in by the provider's own page; fails a test in which a page wrote an error or a warning. */
export const test = base.extend<{ visit: (name: Name, options?: Options) => Promise<Visitor> }>({
  visit: async ({ browser }, use) => {
    const complaints: string[] = [];
    const contexts: BrowserContext[] = [];
    await use(async (name, { width = 1200, scheme = 'light', at = '/groups', stranger = false } = {}) => {
      const look = { viewport: { width, height: 800 }, colorScheme: scheme, reducedMotion: 'reduce' } as const;
      const context = await browser.newContext({ ...look, storageState: stranger ? undefined : logins.get(name) });
      contexts.push(context);
      const page = await context.newPage();
      const trouble = { expected: false };
      page.on('console', (message) => {
        if (isComplaint(message, trouble.expected)) {
          complaints.push(`${name}: ${message.text()} (${message.location().url})`);
        }
      });
      page.on('pageerror', (error) => complaints.push(`${name}: ${error.stack ?? error.message}`));
      page.on('request', (request) => {
        if (!new URL(request.url()).hostname.match(/^(localhost|127\.0\.0\.1)$/)) {
          complaints.push(`${name}: asked a stranger, ${request.url()}`);
        }
      });
      await page.goto(at);
      if (stranger || !logins.has(name)) {
        await signIn(page, name);
      }
      await expect(page.getByRole('button', { name: 'Your account' })).toBeVisible({ timeout: 20_000 });
      await expect(page).toHaveURL(at);
      if (!stranger) {
        logins.set(name, await context.storageState());
      }
      return { page, context, expectTrouble: () => (trouble.expected = true) };
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(complaints, 'errors and warnings in the console').toEqual([]);
  },
});

/** A refusal that a test provokes is logged by the browser itself, as is a lost connection. */
function isComplaint(message: ConsoleMessage, troubleExpected: boolean): boolean {
  const said = message.text();
  const network = /^Failed to load resource|WebSocket connection to|ERR_INTERNET_DISCONNECTED|ERR_CONNECTION/.test(said);
  return ['error', 'warning'].includes(message.type()) && !(troubleExpected && network);
}

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Username').fill(name);
  await page.getByRole('textbox', { name: 'Password' }).fill(name);
  await page.getByRole('button', { name: 'Sign In' }).click();
}

export { expect };
