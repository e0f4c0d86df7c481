import { Actor } from '../api';
import { line, message, unique } from '../pages';
import { expect, test } from '../people';

test('a link lets in whoever follows it, who signs in on the way', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const name = unique('Linked');
  const groupId = await owner.createGroup({ name, joinPolicy: 'INVITE_ONLY' });
  const alice = await visit('alice', { at: `/groups/${groupId}/links` });
  await alice.page.getByRole('button', { name: 'New link' }).click();
  await alice.page.getByLabel('Maximum number of uses').fill('1');
  await alice.page.getByRole('button', { name: 'Create link' }).click();
  const address = await alice.page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

  const carol = await visit('carol', { at: new URL(address).pathname, stranger: true });
  await carol.page.getByRole('button', { name: `Join ${name}` }).click();
  await expect(carol.page).toHaveURL(`/groups/${groupId}`);
  await expect(line(carol.page, '@carol')).toBeVisible();

  const bob = await visit('bob');
  bob.expectTrouble();
  await bob.page.goto(address);
  await expect(bob.page.getByText('This link was used as often as it may be')).toBeVisible();
});

test('a reload comes back where she was without a question, and a renewed token goes on', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const bobId = (await Actor.signIn('bob')).id;
  const bob = await visit('bob', { at: '/invitations?box=sent' });
  await bob.page.clock.install();
  // The socket may be on its way.
  bob.expectTrouble();
  await bob.page.reload();
  await expect(bob.page).toHaveURL('/invitations?box=sent');
  await expect(bob.page.getByRole('heading', { level: 1, name: 'Invitations' })).toBeVisible();

  const renewal = bob.page.waitForResponse((answer) => /\/token$/.test(answer.url()) && answer.ok());
  await bob.page.clock.fastForward('04:50');
  expect((await renewal).request().postData()).toContain('grant_type=refresh_token');
  const after = unique('Afterwards');
  await owner.invite(await owner.createGroup({ name: after }), bobId);
  await expect(message(bob.page, new RegExp(after))).toBeVisible();
  const kept = await bob.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]));
  expect(kept).not.toMatch(/eyJ|token/);
});

test('what is seen and read in one tab is so in the other', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const bobId = (await Actor.signIn('bob')).id;
  const bob = await visit('bob', { at: '/notifications' });
  await expect(bob.page.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  const other = await bob.context.newPage();
  await other.goto('/groups');
  await expect(other.getByRole('button', { name: 'Your account' })).toBeVisible();
  await bob.page.goto('/groups');
  await expect(bob.page.getByRole('button', { name: 'Your account' })).toBeVisible();

  const name = unique('Both tabs');
  await owner.invite(await owner.createGroup({ name }), bobId);
  for (const tab of [bob.page, other]) {
    await expect(tab.getByRole('link', { name: 'Notifications 1 new' })).toBeVisible();
  }
  await bob.page.getByRole('link', { name: 'Notifications 1 new' }).click();
  await expect(other.getByRole('link', { name: 'Notifications', exact: true })).toBeVisible();
  await other.getByRole('link', { name: 'Notifications', exact: true }).click();
  await expect(line(other, name).getByText('Unread:')).toBeAttached();
  await bob.page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(line(other, name).getByText('Unread:')).toHaveCount(0);
});

test('who signs out in one tab is signed out in the other', async ({ visit }) => {
  const carol = await visit('carol', { stranger: true });
  const other = await carol.context.newPage();
  await other.goto('/discover');
  await expect(other.getByRole('button', { name: 'Your account' })).toBeVisible();
  await carol.page.getByRole('button', { name: 'Your account' }).click();
  await carol.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(carol.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(other.getByRole('heading', { name: 'You have been signed out' })).toBeVisible();
});
