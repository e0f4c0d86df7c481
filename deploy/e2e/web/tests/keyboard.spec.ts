import { unique } from '../pages';
import { expect, test } from '../people';

test('a group is founded and somebody invited by the keyboard alone', async ({ visit }) => {
  const { page } = await visit('alice');
  const name = unique('Keys');
  await page.keyboard.press('Home');
  await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }));
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'New group' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Invite people' }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await tabTo(page, page.getByLabel('Find people'));
  await page.keyboard.type('bob');
  await expect(page.getByRole('option', { name: /bob/i }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Invite', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /Messages/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Invite people' })).toBeFocused();
});

async function tabTo(page: import('@playwright/test').Page, target: import('@playwright/test').Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement, undefined, { timeout: 500 }).catch(() => false)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  await expect(target, 'reached by Tab').toBeFocused();
}
