import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import { LevelSelect } from './LevelSelect';
import { UnseenBadge } from './UnseenBadge';

const chess = { groupId: 'g1', groupName: 'Chess', actorId: 'bob', userId: 'alice' };
const removed = { ...chess, memberCount: 3 };
const joinRequest = { id: 'r1', groupId: 'g1', userId: 'carol', message: null, status: 'PENDING', decidedBy: null, createdAt: '' } as const;

let levels: object[];
beforeEach(() => {
  levels = [];
  server.use(
    http.get('*/api/v1/notifications/groups', () => HttpResponse.json({ items: levels })),
    http.get('*/api/v1/notifications/summary', () => HttpResponse.json({ unseen: 1, unread: 2 })),
  );
});

const moment = () => new Promise((resolve) => setTimeout(resolve, 100));

test('what concerns oneself is told in passing, and leads there', async () => {
  const { tell } = renderPage(<p />);
  await tell('member:removed', removed);
  await tell('group:member_muted', { ...chess, mutedUntil: '2026-01-01T00:00:00Z' });
  await tell('join_request:created', { groupId: 'g1', groupName: 'Chess', joinRequest });
  expect(await screen.findByRole('link', { name: 'Bob has removed you from “Chess”' })).toHaveAttribute('href', '/groups/g1');
  expect(await screen.findByRole('link', { name: 'You have been muted in “Chess”' })).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: 'Carol asks to join “Chess”' })).toHaveAttribute('href', '/groups/g1/requests');
});

test('what concerns others, or was one’s own doing, is not', async () => {
  const { tell } = renderPage(<p />);
  await tell('member:removed', { ...removed, userId: 'carol' });
  await tell('group:member_muted', { ...chess, actorId: 'alice', mutedUntil: null });
  await tell('join_request:decided', { groupId: 'g1', groupName: 'Chess', joinRequest });
  await moment();
  expect(screen.queryByRole('link')).toBeNull();
});

test('of a group that matters less only what concerns oneself is told', async () => {
  levels = [{ groupId: 'g1', level: 'IMPORTANT' }];
  const { tell } = renderPage(<p />);
  await tell('join_request:created', { groupId: 'g1', groupName: 'Chess', joinRequest });
  await tell('member:role_changed', { ...chess, role: 'MODERATOR' });
  expect(await screen.findByText('You are now a moderator of “Chess”')).toBeInTheDocument();
  expect(screen.queryByText(/asks to join/)).toBeNull();
});

test('of a group that is muted nothing is told', async () => {
  levels = [{ groupId: 'g1', level: 'MUTED' }];
  const { tell } = renderPage(<p />);
  await tell('member:role_changed', { ...chess, role: 'MODERATOR' });
  await moment();
  expect(screen.queryByText(/moderator/)).toBeNull();
});

test('the count in the header follows the gateway and other devices', async () => {
  const { tell } = renderPage(<UnseenBadge />);
  expect(await screen.findByText('1 new')).toBeInTheDocument();
  await tell('ready', { unseen: 120, unread: 130, resume: { kind: 'none' } });
  expect(await screen.findByText('99+')).toBeInTheDocument();
  await tell('notification:read', { seenUpTo: 'c', unseen: 0, unread: 130 });
  expect(screen.queryByText(/new/)).toBeNull();
});

test('a level shows at once, and is taken back when it is refused', async () => {
  let answer: (() => void) | undefined;
  server.use(
    http.put('*/api/v1/notifications/groups/g1', async () => {
      await new Promise<void>((resolve) => (answer = resolve));
      return refusal(404, 'not-found', 'There is no such group.');
    }),
  );
  const { user } = renderPage(<LevelSelect groupId="g1" />);
  await user.click(await screen.findByRole('button', { name: /Everything/ }));
  await user.click(screen.getByRole('option', { name: 'Nothing' }));
  expect(await screen.findByRole('button', { name: /Nothing/ })).toBeInTheDocument();
  await vi.waitFor(() => expect(answer).toBeDefined());
  answer?.();
  expect(await screen.findByText('There is no such group.')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /Everything/ })).toBeInTheDocument();
});

test('a level that was chosen on another device is shown', async () => {
  const { tell } = renderPage(<LevelSelect groupId="g1" />);
  await waitFor(() => expect(screen.getByRole('button', { name: /Everything/ })).toBeEnabled());
  await tell('notification:level', { groupId: 'g1', level: 'MUTED' });
  expect(screen.getByRole('button', { name: /Nothing/ })).toBeInTheDocument();
});
