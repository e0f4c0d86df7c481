import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { Link, Route, Routes } from 'react-router';
import { Live } from '../live/live';
import { aGroup, aMember, aRequest, page, serve } from '../test/groups';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import GroupPage from './GroupPage';

const said = { groupId: 'g1', groupName: 'Chess', actorId: 'bob' };

function open(part = '') {
  return renderPage(<GroupPage />, { route: `/groups/g1${part}`, path: '/groups/:groupId/*' });
}

test('who has just become a member sees how many are here as soon as the gateway knows of her', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob')] });
  server.use(http.get('*/api/v1/presence/groups/:g', () => refusal(404, 'not-found', 'There is nothing here.'), { once: true }));
  const { tell, convoke } = open();
  const emit = vi.spyOn(convoke.live, 'emit');
  const followed = () => emit.mock.calls.filter(([name]) => name === 'sub');
  await screen.findByText('Bob', { selector: 'strong' });
  await tell('joined', { ch: 'g:g2' });
  expect(followed()).toEqual([]);
  expect(screen.getByText('…')).toBeInTheDocument();
  await tell('joined', { ch: 'g:g1' });
  expect(followed()).toEqual([['sub', { ch: 'presence:g1' }]]);
  expect(await screen.findByText('2 online')).toBeInTheDocument();
});

test('who has gone while there was no connection is not counted when it is back', async () => {
  const connected: (() => void)[] = [];
  vi.spyOn(Live.prototype, 'onConnected').mockImplementation((listener) => {
    connected.push(listener);
    return () => undefined;
  });
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob')] });
  open();
  await screen.findByText('2 online');
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  connected.forEach((listener) => listener());
  expect(await screen.findByText('1 online')).toBeInTheDocument();
  vi.restoreAllMocks();
});

test('who has gone while one looked elsewhere is not counted when one is back', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob')] });
  const { user } = renderPage(<Elsewhere />, { route: '/groups/g1' });
  await screen.findByText('2 online');
  await user.click(screen.getByRole('link', { name: 'away' }));
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  await user.click(screen.getByRole('link', { name: 'back' }));
  expect(await screen.findByText('1 online')).toBeInTheDocument();
});

function Elsewhere() {
  return (
    <>
      <Link to="/elsewhere/1">away</Link>
      <Link to="/groups/g1">back</Link>
      <Routes>
        <Route path="/groups/:groupId/*" element={<GroupPage />} />
        <Route path="*" element={null} />
      </Routes>
    </>
  );
}

/** The service's answers to a question: the first is under way until it is let, and older than what is heard meanwhile. */
function overtaken(path: string, older: () => Response, newer: () => Response) {
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  const first = http.get(
    path,
    async () => {
      await asked;
      return older();
    },
    { once: true },
  );
  server.use(first, http.get(path, newer));
  return () => answer();
}

test('of members that are heard of while they are being fetched none is lost', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }) });
  const answer = overtaken('*/api/v1/groups/:g/members', () => page([aMember('alice'), aMember('bob')]), () => page([aMember('alice'), aMember('carol')]));
  const { tell } = open();
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('group:member_left', { ...said, userId: 'bob', memberCount: 1 });
  await tell('group:member_joined', { ...said, actorId: 'carol', userId: 'carol', role: 'MEMBER', memberCount: 2 });
  answer();
  expect(await screen.findByText('Carol', { selector: 'strong' })).toBeInTheDocument();
  expect(screen.queryByText('Bob', { selector: 'strong' })).toBeNull();
});

test('presence that is heard of while it is being fetched is not lost', async () => {
  const presence = (online: number) => HttpResponse.json({ items: [], online, members: 300 });
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const answer = overtaken('*/api/v1/presence/groups/:g', () => presence(7), () => presence(8));
  const { tell } = open();
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('presence:count', { ch: 'presence:g1', online: 8, members: 300 });
  answer();
  expect(await screen.findByText('8 online')).toBeInTheDocument();
});

test('a request that is heard of while they are being fetched is not lost', async () => {
  serve({ group: aGroup({ myRole: 'MODERATOR' }), members: [aMember('alice', 'MODERATOR')] });
  const joinRequest = aRequest('dave', { message: 'Let me in' });
  const answer = overtaken('*/api/v1/groups/:g/join-requests', () => page([]), () => page([joinRequest]));
  const { tell } = open('/requests');
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('join_request:created', { groupId: 'g1', groupName: 'Chess', joinRequest });
  answer();
  expect(await screen.findByText('Let me in')).toBeInTheDocument();
});

test('a request that is heard of while another is being decided is not lost where that is refused', async () => {
  const [dave, erin] = [aRequest('dave'), aRequest('erin', { message: 'Me too' })];
  serve({ group: aGroup({ myRole: 'MODERATOR' }), members: [aMember('alice', 'MODERATOR')], requests: [dave] });
  let refuse: () => void = () => undefined;
  const refused = new Promise<void>((resolve) => (refuse = resolve));
  server.use(
    http.post('*/api/v1/join-requests/:r/approve', async () => {
      await refused;
      return refusal(409, 'group-full', 'The group is full.');
    }),
  );
  const { tell, user } = open('/requests');
  await user.click(await screen.findByRole('button', { name: 'Let in Dave' }));
  await tell('join_request:created', { groupId: 'g1', groupName: 'Chess', joinRequest: erin });
  server.use(http.get('*/api/v1/groups/:g/join-requests', () => page([dave, erin])));
  refuse();
  expect(await screen.findByRole('button', { name: 'Let in Dave' })).toBeInTheDocument();
  expect(await screen.findByText('Me too')).toBeInTheDocument();
});

test('a change of the group that is heard of while it is being fetched is not lost', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const read = (memberCount: number) => HttpResponse.json(aGroup({ myRole: 'MEMBER', memberCount }), { headers: { etag: '"1"' } });
  const answer = overtaken('*/api/v1/groups/:g', () => read(2), () => read(3));
  const { tell } = open();
  await tell('group:member_joined', { ...said, actorId: 'carol', userId: 'carol', role: 'MEMBER', memberCount: 3 });
  answer();
  expect(await screen.findByText(/^3 .*members$/)).toBeInTheDocument();
});

test('what happens while the feed is being fetched is not lost', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const activity = { id: 'a1', groupId: 'g1', kind: 'MEMBER_JOINED', actorId: 'carol', subjectId: 'carol', data: {}, occurredAt: '2026-01-01T00:00:00Z' } as const;
  const answer = overtaken('*/api/v1/groups/:g/activity', () => page([]), () => page([activity]));
  const { tell } = open('/activity');
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('group:activity', { activity });
  answer();
  expect(await screen.findByText('Carol joined')).toBeInTheDocument();
});

test('where something was missed, what is being fetched is fetched once more', async () => {
  const gaps: (() => void)[] = [];
  vi.spyOn(Live.prototype, 'onGap').mockImplementation((listener) => {
    gaps.push(listener);
    return () => undefined;
  });
  serve({ group: aGroup({ myRole: 'MEMBER' }) });
  const answer = overtaken('*/api/v1/groups/:g/members', () => page([aMember('alice')]), () => page([aMember('alice'), aMember('bob')]));
  open();
  await screen.findByRole('heading', { name: 'Chess' });
  gaps.forEach((missed) => missed());
  answer();
  expect(await screen.findByText('Bob', { selector: 'strong' })).toBeInTheDocument();
  vi.restoreAllMocks();
});

test.each([
  ['removed', 'member:removed', 'You were removed from Chess'],
  ['out by her own will, in another window,', 'group:member_left', 'You have left Chess'],
] as const)('who is %s is told so until she is let in again', async (_how, name, title) => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob', 'OWNER')] });
  const { tell } = open();
  await screen.findByText('Bob', { selector: 'strong' });
  await tell(name, { ...said, userId: 'alice', memberCount: 1 });
  expect(screen.getByRole('heading', { name: title })).toBeInTheDocument();
  await tell('group:member_joined', { ...said, actorId: 'alice', userId: 'alice', role: 'MEMBER', memberCount: 2 });
  expect(await screen.findByText('Bob', { selector: 'strong' })).toBeInTheDocument();
  expect(screen.queryByRole('heading', { name: title })).toBeNull();
});
