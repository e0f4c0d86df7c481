import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { aGroup, aRequest, page, serve } from '../test/groups';
import { renderPage } from '../test/render';
import { server } from '../test/server';
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
  expect(await screen.findByText('You are a member of Chess now.')).toBeInTheDocument();
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
