import { expect, type Locator, type Page } from '@playwright/test';

/** What the tests do again and again, by what a person sees: roles and names. */

export async function createGroup(page: Page, name: string, choices: { label: string; option: string }[] = []): Promise<string> {
  await page.getByRole('link', { name: 'My groups' }).click();
  await page.getByRole('button', { name: 'New group' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create a group' });
  await dialog.getByLabel('Name').fill(name);
  for (const { label, option } of choices) {
    await choose(page, dialog, label, option);
  }
  await dialog.getByRole('button', { name: 'Create group' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return page.url().split('/groups/')[1]?.split('/')[0] ?? '';
}

export async function choose(page: Page, within: Locator | Page, label: string, option: string): Promise<void> {
  await within.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

export async function openInvite(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog', { name: /^Invite people to/ });
  await expect(dialog).toBeVisible();
  return dialog;
}

export async function pick(dialog: Locator, page: Page, who: string): Promise<void> {
  await dialog.getByLabel('Find people').fill(who);
  await page.getByRole('option', { name: new RegExp(who, 'i') }).first().click();
}

/** A toast or any other message on the screen. */
export function message(page: Page, text: RegExp | string): Locator {
  return page.getByRole('region', { name: /Messages/ }).getByText(text);
}

/** Somebody or something in a list. */
export function line(page: Page, text: string): Locator {
  return page.getByRole('main').getByRole('listitem').filter({ hasText: text });
}

export async function act(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action, exact: true }).click();
}

export function unique(name: string): string {
  return `${name} ${Math.random().toString(36).slice(2, 8)}`;
}
