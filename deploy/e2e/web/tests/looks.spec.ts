import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { Actor } from '../api';
import { openInvite, unique } from '../pages';
import { expect, test } from '../people';

const FORMS = [
  { name: 'desktop', width: 1280, scheme: 'light', rules: undefined },
  // The structure is the same; colours and sizes are not.
  { name: 'phone', width: 360, scheme: 'dark', rules: ['color-contrast', 'target-size', 'meta-viewport'] },
] as const;

for (const { name, width, scheme, rules } of FORMS) {
  test(`every page is accessible and fits: ${name}, ${scheme}`, async ({ visit }) => {
    test.setTimeout(150_000);
    const { page } = await visit('dave', { width, scheme });
    const { groupId, invitation, code } = await aGroupWithLife();
    const pages = {
      groups: '/groups',
      discover: '/discover',
      members: `/groups/${groupId}`,
      activity: `/groups/${groupId}/activity`,
      requests: `/groups/${groupId}/requests`,
      'group-invitations': `/groups/${groupId}/invitations`,
      links: `/groups/${groupId}/links`,
      bans: `/groups/${groupId}/bans`,
      'group-settings': `/groups/${groupId}/settings`,
      audit: `/groups/${groupId}/audit`,
      received: '/invitations',
      sent: '/invitations?box=sent',
      batches: '/invitations?box=batches',
      invitation: `/invitations/${invitation}`,
      join: `/join/${code}`,
      notifications: '/notifications',
      settings: '/settings',
      nowhere: '/no-such-page',
    };
    for (const [title, address] of Object.entries(pages)) {
      await go(page, address);
      await expect(page.getByText('Loading…')).toHaveCount(0);
      await look(page, `${name}-${title}`, rules);
    }
    await go(page, `/groups/${groupId}`);
    await openInvite(page);
    await look(page, `${name}-invite`, rules);
    await page.keyboard.press('Escape');
    await go(page, '/groups');
    await page.getByRole('button', { name: 'New group' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await look(page, `${name}-create`, rules);
  });
}

/** As a link in the page would. */
async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, address);
  await expect(page).toHaveURL(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

test('who is not signed in finds an accessible way in', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await look(page, 'welcome');
});

test('the first page is there within 250 KiB', async ({ visit }) => {
  const { page } = await visit('dave');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'My groups' })).toBeVisible();
  const bytes = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .concat(performance.getEntriesByType('navigation'))
      .filter((entry) => entry.name.startsWith(location.origin) && !/\/(api|socket\.io)\//.test(entry.name))
      .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
  );
  console.log(`first load: ${Math.round(bytes / 1024)} KiB`);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(250 * 1024);
});

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A picture for people, and what a machine can say: WCAG 2.2 AA, and nothing to scroll to the side. */
async function look(page: Page, title: string, rules?: readonly string[]): Promise<void> {
  await page.screenshot({ path: `target/pages/${title}.png`, fullPage: true });
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(sideways, `${title} is wider than the screen`).toBeLessThanOrEqual(0);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe.withTags(WCAG)).analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) })), title).toEqual([]);
}

async function aGroupWithLife(): Promise<{ groupId: string; invitation: string; code: string }> {
  const [dave, erin, host] = [await Actor.signIn('dave'), await Actor.signIn('erin'), await Actor.host()];
  const guest = unique('guest-').replaceAll(' ', '');
  await host.person(guest);
  const groupId = await dave.createGroup({ name: unique('Chess Club Graz'), joinPolicy: 'REQUEST', description: 'Openings and endgames, every Thursday' });
  await dave.invite(groupId, guest, 'Join us on Thursday');
  await erin.join(groupId);
  const other = await erin.createGroup({ name: unique('Reading circle') });
  const invitation = await erin.invite(other, dave.id, 'You would like this one');
  return { groupId, invitation, code: await erin.createLink(other) };
}
