import { screen, waitFor, within } from '@testing-library/react';
import { delay, http, HttpResponse } from 'msw';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import NotificationsPage from './NotificationsPage';
import { UnseenBadge } from './UnseenBadge';

const group = { id: 'g1', name: 'Chess', visibility: 'PUBLIC', memberCount: 3 } as const;
const invitation = {
  id: 'i1', groupId: 'g1', group, inviterId: 'bob', inviteeId: 'alice', message: null, status: 'PENDING', reason: null,
  createdAt: '2026-01-01T00:00:00Z', expiresAt: '2026-02-01T00:00:00Z', decidedAt: null,
} as const;

function notification(id: string, event: string, payload: object, state: object = {}) {
  return { id, event, cursor: `c-${id}`, payload, seen: false, read: false, occurredAt: '2026-01-01T00:00:00Z', ...state };
}

const received = notification('n2', 'invitation:received', { invitation });
const role = notification('n1', 'member:role_changed', { groupId: 'g1', groupName: 'Chess', actorId: 'bob', userId: 'alice', role: 'ADMIN' }, { seen: true });

let items: object[];
let counts: { unseen: number; unread: number };
let posted: [string, unknown][];

beforeEach(() => {
  items = [received, role];
  counts = { unseen: 1, unread: 2 };
  posted = [];
  server.use(
    http.get('*/api/v1/notifications', () => HttpResponse.json({ items, next: null })),
    http.get('*/api/v1/notifications/summary', () => HttpResponse.json(counts)),
    http.get('*/api/v1/notifications/groups', () => HttpResponse.json({ items: [] })),
    http.post('*/api/v1/notifications/seen', async ({ request }) => {
      posted.push(['seen', await request.json()]);
      counts = { ...counts, unseen: 0 };
      return HttpResponse.json(counts);
    }),
    http.post('*/api/v1/notifications/read', async ({ request }) => {
      posted.push(['read', await request.json()]);
      return HttpResponse.json(counts);
    }),
  );
});

function show(route = '/notifications') {
  return renderPage(
    <>
      <UnseenBadge />
      <NotificationsPage />
    </>,
    { route },
  );
}

const line = async (text: string) => {
  const found = (await screen.findByText(text, { exact: false, selector: 'a' })).closest('li');
  return within(found as HTMLElement);
};

test('says what happened and leads to where it belongs', async () => {
  show();
  expect(await screen.findByRole('link', { name: 'Unread: Bob invites you to “Chess”' })).toHaveAttribute('href', '/invitations/i1');
  expect(screen.getByRole('link', { name: 'Unread: You are now an admin of “Chess”' })).toHaveAttribute('href', '/groups/g1');
});

test('whoever looks has seen it, and still sees during this visit what was new', async () => {
  show();
  expect((await line('invites you')).getByText('New')).toBeInTheDocument();
  expect((await line('an admin')).queryByText('New')).toBeNull();
  await waitFor(() => expect(posted).toEqual([['seen', { upTo: 'c-n2' }]]));
  await waitFor(() => expect(screen.queryByText('1 new')).toBeNull());
  expect((await line('invites you')).getByText('New')).toBeInTheDocument();
});

test('a notification that is opened is read', async () => {
  const { user, path } = show();
  await user.click(await screen.findByRole('link', { name: /invites you/ }));
  await waitFor(() => expect(posted).toContainEqual(['read', { ids: ['n2'] }]));
  expect(path()).toBe('/invitations/i1');
});

test('all can be read at once', async () => {
  const { user } = show();
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  await waitFor(() => expect(posted).toContainEqual(['read', { upTo: 'c-n2' }]));
  expect(screen.queryByText('Unread:')).toBeNull();
});

test('where the unread ones are shown nothing is left then, and the focus is not lost', async () => {
  server.use(
    http.get('*/api/v1/notifications', () => HttpResponse.json({ items: posted.some(([what]) => what === 'read') ? [] : items, next: null })),
  );
  const { user } = show('/notifications?show=unread');
  await user.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  const none = await screen.findByText('You have read everything');
  await waitFor(() => expect(document.activeElement).not.toBe(document.body));
  expect(document.activeElement).toContainElement(none);
});

test('a deletion that is refused is taken back, with the reason', async () => {
  server.use(
    http.delete('*/api/v1/notifications/n2', async () => {
      await delay(300);
      return refusal(503, 'unavailable', 'Not at the moment.');
    }),
  );
  const { user } = show();
  await user.click((await line('invites you')).getByRole('button'));
  expect(screen.queryByText(/invites you/)).toBeNull();
  expect(screen.getByRole('link', { name: /an admin/ })).toHaveFocus();
  expect(await screen.findByText('Not at the moment.')).toBeInTheDocument();
  expect(screen.getByText(/invites you/)).toBeInTheDocument();
});

test('what another device has read and deleted is so here too', async () => {
  const { tell } = show();
  await line('Bob invites you');
  await tell('notification:read', { ids: ['n1'], unseen: 0, unread: 1 });
  expect(screen.queryByRole('link', { name: /Unread: You are now/ })).toBeNull();
  expect(screen.getByRole('link', { name: /Unread: Bob/ })).toBeInTheDocument();
  await tell('notification:read', { deleted: ['n2'], unseen: 0, unread: 0 });
  expect(screen.queryByText(/invites you/)).toBeNull();
});

test('a new one comes to the top, and many at once are fetched once', async () => {
  let fetched = 0;
  server.events.on('request:start', ({ request }) => {
    fetched += request.url.includes('/notifications?') ? 1 : 0;
  });
  const { tell } = show();
  await line('invites you');
  items = [notification('n3', 'invitation:responded', { invitation: { ...invitation, inviterId: 'alice', inviteeId: 'carol', status: 'ACCEPTED' } }), ...items];
  for (let i = 0; i < 5; i++) {
    await tell('invitation:responded', { invitation: { ...invitation, status: 'ACCEPTED' } });
  }
  expect(await screen.findByText('Carol has accepted your invitation to “Chess”', {}, { timeout: 3000 })).toBeInTheDocument();
  expect(screen.getAllByRole('listitem')[0]).toHaveTextContent('Carol');
  expect(fetched).toBe(2);
  server.events.removeAllListeners();
});

test('the unread ones have an address of their own', async () => {
  server.use(
    http.get('*/api/v1/notifications', ({ request }) =>
      HttpResponse.json({ items: new URL(request.url).searchParams.get('state') === 'unread' ? [] : items, next: null }),
    ),
  );
  show('/notifications?show=unread');
  expect(await screen.findByText('You have read everything')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Unread' })).toHaveAttribute('aria-current', 'page');
});
