import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { aGroup, aMember, page, serve } from '../test/groups';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import { MembersPanel } from './MembersPanel';

const group = aGroup({ myRole: 'ADMIN' });

async function shown(name: string) {
  return (await screen.findByText(name, { selector: 'strong' })).closest('li') as HTMLElement;
}

function served(members = [aMember('alice', 'ADMIN'), aMember('bob'), aMember('carol', 'OWNER')]) {
  serve({ group, members });
  return renderPage(<MembersPanel group={group} />);
}

async function choose({ user }: ReturnType<typeof served>, name: string, action: string) {
  await user.click(within(await shown(name)).getByRole('button', { name: `Actions for ${name}` }));
  await user.click(await screen.findByRole('menuitem', { name: action }));
}

test('a role that is changed shows at once, and is taken back when it is refused', async () => {
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  const panel = served();
  server.use(
    http.patch('*/api/v1/groups/g1/members/bob', async () => {
      await refused;
      return refusal(403, 'outranked', 'Bob outranks you by now.');
    }),
  );
  await choose(panel, 'Bob', 'Make moderator');
  expect(await within(await shown('Bob')).findByText('Moderator')).toBeInTheDocument();
  refuse();
  expect(await within(await shown('Bob')).findByText('Member')).toBeInTheDocument();
  expect(await screen.findByText('Bob outranks you by now.')).toBeInTheDocument();
});

test('nothing can be done to oneself or to somebody higher', async () => {
  served();
  expect(within(await shown('Carol')).queryByRole('button')).toBeNull();
  expect(within(await shown('You')).queryByRole('button')).toBeNull();
});

test('a mute ends when it was said to', async () => {
  const panel = served();
  const sent = vi.fn();
  server.use(
    http.patch('*/api/v1/groups/g1/members/bob', async ({ request }) => {
      const change = (await request.json()) as { mutedUntil: string };
      sent(Math.round((Date.parse(change.mutedUntil) - Date.now()) / 60_000));
      return HttpResponse.json({ ...aMember('bob'), ...change });
    }),
  );
  await choose(panel, 'Bob', 'Mute for a day');
  expect(await within(await shown('Bob')).findByText('Muted')).toBeInTheDocument();
  expect(sent).toHaveBeenCalledWith(24 * 60);
});

test('who is removed is asked about first, then gone, and the focus is not lost', async () => {
  const panel = served();
  server.use(http.delete('*/api/v1/groups/g1/members/bob', () => new HttpResponse(null, { status: 204 })));
  await choose(panel, 'Bob', 'Remove from the group');
  const dialog = await screen.findByRole('alertdialog', { name: 'Remove Bob?' });
  await panel.user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  await waitFor(() => expect(screen.queryByText('Bob', { selector: 'strong' })).toBeNull());
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Members' })).toHaveFocus());
});

test('what is refused about a ban is said where it was chosen', async () => {
  const panel = served();
  const errors = [{ field: 'until', message: 'must be in the future' }];
  server.use(http.put('*/api/v1/groups/g1/bans/bob', () => refusal(400, 'invalid', 'The request breaks a rule.', { errors })));
  await choose(panel, 'Bob', 'Ban');
  const dialog = await screen.findByRole('alertdialog', { name: 'Ban Bob' });
  await panel.user.click(within(dialog).getByRole('button', { name: 'Ban' }));
  expect(await within(dialog).findByText('must be in the future')).toBeInTheDocument();
});

test('members are searched by the service', async () => {
  const { user } = served();
  await shown('Bob');
  server.use(
    http.get('*/api/v1/groups/g1/members', ({ request }) => {
      const { searchParams } = new URL(request.url);
      return page(searchParams.get('query') === 'dav' ? [aMember('dave')] : []);
    }),
  );
  await user.type(screen.getByRole('searchbox', { name: 'Search by name' }), 'dav');
  expect(await shown('Dave')).toBeInTheDocument();
  expect(screen.queryByText('Bob', { selector: 'strong' })).toBeNull();
});

test('what is heard while a role is being changed is not lost where that is refused', async () => {
  const panel = served([aMember('alice', 'ADMIN'), aMember('bob'), aMember('dave')]);
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  server.use(
    http.patch('*/api/v1/groups/g1/members/bob', async () => {
      await refused;
      return refusal(403, 'outranked', 'Bob outranks you by now.');
    }),
  );
  await shown('Dave');
  await choose(panel, 'Bob', 'Make moderator');
  server.use(http.get('*/api/v1/groups/:g/members', () => page([aMember('alice', 'ADMIN'), aMember('bob')])));
  await panel.tell('group:member_left', { groupId: 'g1', groupName: 'Chess', actorId: 'dave', userId: 'dave', memberCount: 2 });
  refuse();
  expect(await screen.findByText('Bob outranks you by now.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('Dave', { selector: 'strong' })).toBeNull());
});
