import type { Page } from '@playwright/test';
import { Actor } from '../api';
import { act, createGroup, line, message, openInvite, pick, unique } from '../pages';
import { expect, test } from '../people';

test('three people meet: invitations are on their screens at once, and whoever accepts is seen by the others', async ({ visit }) => {
  const [alice, bob, carol] = [await visit('alice'), await visit('bob'), await visit('carol')];
  const name = unique('Chess');
  await createGroup(alice.page, name, [{ label: 'Who may join', option: 'Who is invited' }]);

  for (const [{ page }, who] of [[bob, 'bob'], [carol, 'carol']] as const) {
    const dialog = await openInvite(alice.page);
    await pick(dialog, alice.page, who);
    await dialog.getByLabel('Message').fill('Join us');
    const clicked = clickIn(alice.page);
    const shown = textIn(page, name);
    await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
    await expect(message(page, new RegExp(`invites you to .*${name}`))).toBeVisible();
    console.log(`from the click to the toast on another screen: ${(await shown) - (await clicked)} ms`);

    await page.getByRole('link', { name: /Invitations/ }).click();
    await expect(line(page, name).getByText('Join us')).toBeVisible();
    await page.getByRole('button', { name: `Accept the invitation to ${name}` }).click();
    await expect(message(alice.page, new RegExp(`${who}.*accepted your invitation to .*${name}`, 'i'))).toBeVisible();
    await expect(line(alice.page, `@${who}`)).toBeVisible();
    await line(page, name).getByRole('link', { name }).click();
  }
  for (const { page } of [alice, bob, carol]) {
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText('3 members').first()).toBeVisible();
    await expect(page.getByText('3 online').first()).toBeVisible();
  }
});

/** When somebody clicks next, by the clock of the machine that all the browsers share. */
function clickIn(page: Page): Promise<number> {
  return page.evaluate(() => new Promise((done) => addEventListener('click', () => done(Date.now()), { capture: true, once: true })));
}

/** When the text is first on the screen. */
async function textIn(page: Page, text: string): Promise<number> {
  const shown = await page.waitForFunction((wanted) => document.body.innerText.includes(wanted) && Date.now(), text, { polling: 'raf' });
  return shown.jsonValue() as Promise<number>;
}

test('a role changes on both screens, and whoever is removed hears no more', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const groupId = await owner.createGroup({ name: unique('Roles'), visibility: 'PUBLIC', joinPolicy: 'OPEN' });
  await (await Actor.signIn('bob')).join(groupId);
  const alice = await visit('alice');
  const bob = await visit('bob');
  await alice.page.goto(`/groups/${groupId}`);
  await bob.page.goto(`/groups/${groupId}`);
  await expect(line(bob.page, '@alice')).toBeVisible();

  await act(alice.page, 'Bob Baker', 'Make moderator');
  await expect(line(bob.page, '@bob').getByText('Moderator')).toBeVisible();
  await expect(bob.page.getByRole('link', { name: /Requests/ })).toBeVisible();

  await act(alice.page, 'Bob Baker', 'Remove from the group');
  await alice.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(bob.page.getByRole('heading', { name: /You were removed from/ })).toBeVisible();
  await expect(line(alice.page, '@bob')).toHaveCount(0);
  await (await Actor.signIn('carol')).join(groupId);
  await expect(line(alice.page, '@carol')).toBeVisible();
  await expect(bob.page.getByText('@carol')).toHaveCount(0);
});

test('declined and cancelled invitations leave both screens', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const carolActor = await Actor.signIn('carol');
  const alice = await visit('alice');
  const carol = await visit('carol');
  await alice.page.getByRole('link', { name: /Invitations/ }).click();
  await alice.page.getByRole('link', { name: 'Sent', exact: true }).click();
  await carol.page.getByRole('link', { name: /Invitations/ }).click();

  const declined = unique('Declined');
  await owner.invite(await owner.createGroup({ name: declined }), carolActor.id);
  await carol.page.getByRole('button', { name: `Decline the invitation to ${declined}` }).click();
  await carol.page.getByRole('menuitem', { name: 'Just this one' }).click();
  await expect(line(carol.page, declined).getByText('Declined', { exact: true })).toBeVisible();
  await expect(message(alice.page, /declined your invitation/)).toBeVisible();

  const cancelled = unique('Cancelled');
  await owner.invite(await owner.createGroup({ name: cancelled }), carolActor.id);
  await expect(carol.page.getByRole('button', { name: `Accept the invitation to ${cancelled}` })).toBeVisible();
  await line(alice.page, cancelled).getByRole('button', { name: /^Actions for/ }).click();
  await alice.page.getByRole('menuitem', { name: 'Cancel invitation' }).click();
  await alice.page.getByRole('alertdialog').getByRole('button', { name: 'Cancel invitation' }).click();
  await expect(line(carol.page, cancelled)).toHaveCount(0);
});

test('fifty are invited at once with progress, and each has an outcome', async ({ visit }) => {
  const host = await Actor.host();
  const crowd = Array.from({ length: 50 }, (_, i) => `crowd-${Date.now()}-${i}`);
  await Promise.all(crowd.map((id) => host.person(id)));
  const alice = await visit('alice');
  const bob = await visit('bob');
  await createGroup(alice.page, unique('Crowd'));

  const dialog = await openInvite(alice.page);
  await dialog.getByLabel('Or a list').fill([...crowd, (await Actor.signIn('bob')).id, 'nobody-of-that-name'].join('\n'));
  await dialog.getByRole('button', { name: 'Invite 51 people' }).click();
  await expect(dialog.getByRole('progressbar')).toBeVisible();
  await expect(dialog.getByText('51 of 51 done')).toBeVisible();
  await expect(dialog.getByText('Finished')).toBeVisible();
  await expect(message(bob.page, /invites you to/)).toBeVisible();
});

test('presence is beside each name, as it changes', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const groupId = await owner.createGroup({ name: unique('Here'), joinPolicy: 'OPEN' });
  await (await Actor.signIn('bob')).join(groupId);
  const alice = await visit('alice');
  await alice.page.goto(`/groups/${groupId}`);
  await expect(line(alice.page, '@bob')).toBeVisible();

  const bob = await visit('bob');
  await expect(line(alice.page, '@bob').getByText('Online')).toBeAttached();
  await bob.page.goto(`/groups/${groupId}`);
  await expect(alice.page.getByText(/Bob Baker is viewing/)).toBeVisible();
  await bob.page.getByRole('button', { name: 'Your account' }).click();
  await bob.page.getByRole('menuitemradio', { name: 'Busy' }).click();
  await expect(line(alice.page, '@bob').getByText('Busy')).toBeAttached();
  await bob.page.getByRole('button', { name: 'Your account' }).click();
  await bob.page.getByRole('menuitemradio', { name: 'Online' }).click();
});
