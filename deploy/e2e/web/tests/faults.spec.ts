import { Actor } from '../api';
import { line, message, unique } from '../pages';
import { expect, test } from '../people';
import { killGateway, stack } from '../stack';

test('whoever was offline finds everything when she is back, each thing once', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const carolId = (await Actor.signIn('carol')).id;
  const carol = await visit('carol', { at: '/invitations' });
  await expect(carol.page.getByRole('heading', { level: 1, name: 'Invitations' })).toBeVisible();
  carol.expectTrouble();
  await carol.context.setOffline(true);
  await expect(carol.page.getByText(/You are offline/)).toBeVisible({ timeout: 40_000 });
  const missed = [unique('Missed'), unique('Missed'), unique('Missed')];
  for (const name of missed) {
    await owner.invite(await owner.createGroup({ name }), carolId);
  }
  await carol.context.setOffline(false);
  for (const name of missed) {
    await expect(carol.page.getByRole('button', { name: `Accept the invitation to ${name}` })).toHaveCount(1);
  }
  await expect(carol.page.getByText(/You are offline/)).toBeHidden();
  const live = unique('Live again');
  await owner.invite(await owner.createGroup({ name: live }), carolId);
  await expect(carol.page.getByRole('button', { name: `Accept the invitation to ${live}` })).toHaveCount(1);
});

test('a gateway that is killed and started again loses nothing', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const bobActor = await Actor.signIn('bob');
  const groupId = await owner.createGroup({ name: unique('Killed'), joinPolicy: 'OPEN' });
  await bobActor.join(groupId);
  const bob = await visit('bob');
  await bob.page.goto(`/groups/${groupId}`);
  await expect(line(bob.page, '@bob')).toBeVisible();
  bob.expectTrouble();
  killGateway();
  await (await Actor.signIn('carol')).join(groupId);
  const during = unique('During');
  await owner.invite(await owner.createGroup({ name: during }), bobActor.id);
  await expect(line(bob.page, '@carol')).toBeVisible({ timeout: 45_000 });
  await expect(message(bob.page, new RegExp(during))).toHaveCount(1, { timeout: 45_000 });
  await expect(bob.page.getByText('3 members').first()).toBeVisible();
});

test('while sockets are blocked events come by polling, and none twice when they are back', async ({ visit }) => {
  const owner = await Actor.signIn('alice');
  const carolId = (await Actor.signIn('carol')).id;
  const carol = await visit('carol');
  carol.expectTrouble();
  await carol.context.route('**/socket.io/**', (route) => route.abort());
  await carol.page.goto('/invitations');
  await expect(carol.page.getByText(/No live connection/)).toBeVisible();
  const polled = unique('Polled');
  await owner.invite(await owner.createGroup({ name: polled }), carolId);
  await expect(message(carol.page, new RegExp(polled))).toBeVisible({ timeout: 15_000 });
  await carol.context.unroute('**/socket.io/**');
  await expect(carol.page.getByText(/No live connection/)).toBeHidden({ timeout: 15_000 });
  await expect(carol.page.getByRole('button', { name: `Accept the invitation to ${polled}` })).toHaveCount(1);
  await expect(message(carol.page, new RegExp(polled))).toHaveCount(1);
});

test.afterEach(async () => {
  await expect.poll(async () => (await fetch(stack.ready).catch(() => null))?.status, { timeout: 60_000 }).toBe(200);
});
