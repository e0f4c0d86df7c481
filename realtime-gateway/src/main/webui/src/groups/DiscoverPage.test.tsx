import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Route, Routes } from 'react-router';
import { Header } from '../app/Header';
import { PendingBadge } from '../invitations/PendingBadge';
import { aGroup, aRequest, page, serve } from '../test/groups';
import { anInvitation } from '../test/invitations';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import DiscoverPage from './DiscoverPage';

const open = (route = '/discover') => renderPage(<DiscoverPage />, { route });

test('what is searched for is in the address, and found', async () => {
  serve({ group: aGroup() });
  const { user, path } = open();
  await screen.findByRole('link', { name: 'Chess' });
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/groups', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('query'));
      return page([aGroup({ id: 'g2', name: 'Go' })]);
    }),
  );
  await user.type(screen.getByRole('searchbox', { name: 'Search groups by name' }), 'go');
  expect(await screen.findByRole('link', { name: 'Go' })).toBeInTheDocument();
  expect(path()).toBe('/discover?query=go');
  expect(asked).toEqual(['go']);
});

test('an open group is joined', async () => {
  serve({ group: aGroup() });
  server.use(http.put('*/api/v1/groups/g1/members/me', () => HttpResponse.json({ userId: 'alice', role: 'MEMBER' }, { status: 201 })));
  const { user } = open();
  const join = await screen.findByRole('button', { name: 'Join Chess' });
  serve({ group: aGroup({ myRole: 'MEMBER' }) });
  server.use(http.put('*/api/v1/groups/g1/members/me', () => HttpResponse.json({ userId: 'alice', role: 'MEMBER' }, { status: 201 })));
  await user.click(join);
  expect(await screen.findByText('Member')).toBeInTheDocument();
  expect(await screen.findByText('You are now a member of Chess')).toBeInTheDocument();
});

test('a group that has to be asked is asked, with a message, and asked no more', async () => {
  serve({ group: aGroup({ joinPolicy: 'REQUEST' }) });
  const sent = vi.fn();
  server.use(
    http.post('*/api/v1/groups/g1/join-requests', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(aRequest('alice'), { status: 201 });
    }),
    http.post('*/api/v1/join-requests/request-of-alice/withdraw', () => HttpResponse.json(aRequest('alice', { status: 'WITHDRAWN' }))),
  );
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Ask to join Chess' }));
  await user.type(await screen.findByRole('textbox', { name: 'Message to the moderators' }), 'I play');
  await user.click(screen.getByRole('button', { name: 'Send request' }));
  expect(await screen.findByText('You have asked to join')).toBeInTheDocument();
  expect(sent).toHaveBeenCalledWith({ message: 'I play' });
  await user.click(screen.getByRole('button', { name: 'Withdraw the request to join Chess' }));
  expect(await screen.findByRole('button', { name: 'Ask to join Chess' })).toBeInTheDocument();
});

test('new groups wait until somebody wants to see them', async () => {
  serve({ group: aGroup() });
  const { tell, user } = open();
  await screen.findByRole('link', { name: 'Chess' });
  const group = { ...aGroup({ id: 'g2', name: 'Go' }), createdBy: 'bob' };
  await tell('notification:group_created', { group: { ...group, id: 'mine', createdBy: 'alice' } });
  await tell('notification:group_created', { group });
  await tell('notification:group_created', { factId: 'f3', group: { ...group, id: 'g3' } });
  await tell('notification:withdrawn', { factId: 'f3' });
  server.use(http.get('*/api/v1/groups', () => page([aGroup({ id: 'g2', name: 'Go' }), aGroup()])));
  expect(screen.queryByRole('link', { name: 'Go' })).toBeNull();
  await user.click(screen.getByRole('button', { name: '1 new group' }));
  expect(await screen.findByRole('link', { name: 'Go' })).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('button', { name: /new group/ })).toBeNull());
});

test('who is invited to a group is led to the invitation', async () => {
  serve({ group: aGroup({ joinPolicy: 'INVITE_ONLY' }) });
  server.use(http.get('*/api/v1/invitations', () => page([anInvitation()])));
  const { user, path } = renderPage(
    <>
      <PendingBadge />
      <DiscoverPage />
    </>,
    { route: '/discover' },
  );
  await user.click(await screen.findByRole('link', { name: 'You are invited' }));
  expect(path()).toBe('/invitations/i1');
});

test('a group says how many of its seats are taken, and is not to be joined when all are', async () => {
  serve({ group: aGroup({ memberCount: 2, capacity: 2 }) });
  open();
  expect(await screen.findByText(/2 of 2 members/)).toBeInTheDocument();
  expect(screen.getByText('Full')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Join Chess' })).toBeNull();
});

test('a group that turns out to be full is shown as it is', async () => {
  serve({ group: aGroup({ memberCount: 1, capacity: 2 }) });
  server.use(http.put('*/api/v1/groups/g1/members/me', () => refusal(409, 'group-full', 'Every seat of this group is taken.')));
  const { user } = open();
  const join = await screen.findByRole('button', { name: 'Join Chess' });
  server.use(http.get('*/api/v1/groups', () => page([aGroup({ memberCount: 2, capacity: 2 })])));
  await user.click(join);
  expect(await screen.findByText('Every seat of this group is taken.')).toBeInTheDocument();
  expect(await screen.findByText('Full')).toBeInTheDocument();
  expect(screen.getByText(/2 of 2 members/)).toBeInTheDocument();
});

test('a request that is heard of while another is being withdrawn is not lost', async () => {
  const both = [aRequest('alice'), aRequest('alice', { id: 'other', groupId: 'g2' })];
  const go = aGroup({ id: 'g2', name: 'Go', joinPolicy: 'REQUEST' });
  serve({ group: aGroup({ joinPolicy: 'REQUEST' }), own: both });
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  server.use(
    http.get('*/api/v1/groups', () => page([aGroup({ joinPolicy: 'REQUEST' }), go])),
    http.post('*/api/v1/join-requests/request-of-alice/withdraw', async () => {
      await refused;
      return refusal(503, 'unavailable', 'Not at the moment.');
    }),
  );
  const { tell, user } = open();
  expect(await screen.findAllByText('You have asked to join')).toHaveLength(2);
  await user.click(screen.getByRole('button', { name: 'Withdraw the request to join Chess' }));
  await tell('join_request:decided', { groupId: 'g2', groupName: 'Go', joinRequest: { ...aRequest('alice', { id: 'other', groupId: 'g2' }), status: 'REJECTED' } });
  server.use(http.get('*/api/v1/join-requests', () => page([aRequest('alice')])));
  refuse();
  expect(await screen.findByText('Not at the moment.')).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Ask to join Go' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Withdraw the request to join Chess' })).toBeInTheDocument();
});

test('new groups are counted in the header until one looks for groups', async () => {
  serve({ group: aGroup() });
  server.use(http.get('*/api/v1/notifications/summary', () => HttpResponse.json({ unseen: 0, unread: 0 })), http.get('*/api/v1/invitations', () => page([])));
  const { tell, user } = renderPage(
    <>
      <Header />
      <Routes>
        <Route path="/discover" element={<DiscoverPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>,
    { route: '/groups' },
  );
  const group = { ...aGroup({ id: 'g2', name: 'Go' }), createdBy: 'bob' };
  await user.click(screen.getByRole('link', { name: 'Discover' }));
  await screen.findByRole('link', { name: 'Chess' });
  await user.click(screen.getByRole('link', { name: 'My groups' }));
  await tell('notification:group_created', { group });
  server.use(http.get('*/api/v1/groups', () => page([aGroup({ id: 'g2', name: 'Go' }), aGroup()])));
  await user.click(screen.getByRole('link', { name: /^Discover.*1 new group$/ }));
  expect(await screen.findByRole('link', { name: 'Go' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Discover' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /new group/ })).toBeNull();
});
