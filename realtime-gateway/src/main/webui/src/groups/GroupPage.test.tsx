import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { Group } from '../api/types';
import { PendingBadge } from '../invitations/PendingBadge';
import { aGroup, aMember, aRequest, page, serve } from '../test/groups';
import { anInvitation } from '../test/invitations';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import { groupKeys, myGroups } from './queries';
import GroupPage from './GroupPage';

const said = { groupId: 'g1', groupName: 'Chess', actorId: 'bob' };

function open(part = '') {
  return renderPage(<GroupPage />, { route: `/groups/g1${part}`, path: '/groups/:groupId/*' });
}

test('a group that nobody may see is not there', async () => {
  serve({ group: aGroup() });
  server.use(http.get('*/api/v1/groups/:g', () => refusal(404, 'not-found', 'There is nothing here.')));
  open();
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeInTheDocument();
});

test('an outsider of a private group sees neither its members nor a way to what happens there', async () => {
  serve({ group: aGroup({ visibility: 'PRIVATE', joinPolicy: 'REQUEST' }) });
  open('/activity');
  expect(await screen.findByText('Only members see who is in this group and what happens there.')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Members' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Ask to join Chess' })).toBeInTheDocument();
});

test.each([
  ['MEMBER', ['Members', 'Activity', 'Invitations']],
  ['ADMIN', ['Members', 'Activity', 'Requests', 'Invitations', 'Links', 'Bans', 'Settings', 'Audit']],
] as const)('a %s sees the parts that are for her', async (myRole, parts) => {
  serve({ group: aGroup({ myRole }), members: [aMember('alice', myRole)] });
  open();
  const tabs = await screen.findByRole('navigation', { name: 'Parts of the group' });
  expect(within(tabs).getAllByRole('link').map((link) => link.textContent)).toEqual(parts);
});

test('an address of a part that is not for her leads to the first', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const { path } = open('/audit');
  await waitFor(() => expect(path()).toBe('/groups/g1'));
});

test('counts follow what is told, on this page and in the lists', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob')] });
  const { tell, queries, convoke } = open();
  await queries.infiniteQuery(myGroups(convoke.api));
  expect(await screen.findByText('2 members')).toBeInTheDocument();
  expect(await screen.findByText('2 online')).toBeInTheDocument();
  await tell('group:member_joined', { ...said, actorId: 'carol', userId: 'carol', role: 'MEMBER', memberCount: 3 });
  expect(screen.getByText('3 members')).toBeInTheDocument();
  expect(await screen.findByText('Carol', { selector: 'strong' })).toBeInTheDocument();
  expect(queries.getQueryData(myGroups(convoke.api).queryKey)?.pages[0]?.items[0]?.memberCount).toBe(3);
  await tell('presence:changed', { ch: 'presence:g1', presence: { userId: 'bob', state: 'OFFLINE', devices: 0 } });
  expect(screen.getByText('1 online')).toBeInTheDocument();
  await tell('group:member_left', { ...said, userId: 'bob', memberCount: 2 });
  expect(screen.getByText('2 members')).toBeInTheDocument();
  expect(screen.queryByText('Bob', { selector: 'strong' })).toBeNull();
});

test('who is removed herself is told so, and nothing of the group stays', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice'), aMember('bob', 'OWNER')] });
  const { tell, queries, convoke, user } = open();
  await queries.infiniteQuery(myGroups(convoke.api));
  await screen.findByText('Bob', { selector: 'strong' });
  const look = vi.spyOn(convoke.live, 'look');
  await tell('member:removed', { ...said, userId: 'alice', memberCount: 1 });
  expect(screen.getByRole('heading', { name: 'You were removed from Chess' })).toBeInTheDocument();
  expect(screen.queryByText('Bob', { selector: 'strong' })).toBeNull();
  expect(queries.getQueriesData({ queryKey: ['group', 'g1'] })).toEqual([]);
  expect(queries.getQueryData(myGroups(convoke.api).queryKey)?.pages[0]?.items).toEqual([]);
  expect(look).toHaveBeenLastCalledWith(null);
  expect(screen.getByRole('heading', { name: 'You were removed from Chess' }).closest('[role=status]')).toHaveFocus();
  serve({ group: aGroup() });
  await user.click(screen.getByRole('button', { name: 'See the group from outside' }));
  expect(await screen.findByRole('button', { name: 'Join Chess' })).toBeInTheDocument();
});

test('a group that is deleted is gone from its page', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const { tell } = open();
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('group:deleted', said);
  expect(screen.getByRole('heading', { name: 'The group Chess was deleted' })).toBeInTheDocument();
});

test('a group that ends while its page is not open is asked for anew when it is opened', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const { tell, queries } = open();
  await screen.findByRole('heading', { name: 'Chess' });
  await tell('group:member_left', { groupId: 'g2', groupName: 'Go', actorId: 'alice', userId: 'alice', memberCount: 1 });
  expect(queries.getQueryData(groupKeys.end('g2'))).toBeUndefined();
  expect(screen.getByRole('heading', { name: 'Chess' })).toBeInTheDocument();
});

test('a role that is given is known at once', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const { tell } = open();
  await screen.findByRole('link', { name: 'Activity' });
  expect(screen.queryByRole('link', { name: /Requests/ })).toBeNull();
  await tell('member:role_changed', { ...said, userId: 'alice', role: 'MODERATOR' });
  expect(screen.getByRole('link', { name: /Requests/ })).toBeInTheDocument();
});

test('requests come and go on the tab and in the list as they are made and decided', async () => {
  serve({ group: aGroup({ myRole: 'MODERATOR' }), members: [aMember('alice', 'MODERATOR')] });
  const { tell, user } = open('/requests');
  await screen.findByText('Nobody is waiting');
  const joinRequest = aRequest('dave', { message: 'Let me in' });
  await tell('join_request:created', { groupId: 'g1', groupName: 'Chess', joinRequest });
  expect(screen.getByRole('link', { name: 'Requests 1 waits' })).toBeInTheDocument();
  expect(screen.getByText('Let me in')).toBeInTheDocument();
  let waiting = [joinRequest];
  server.use(
    http.post('*/api/v1/join-requests/:r/approve', () => refusal(409, 'group-full', 'The group is full.'), { once: true }),
    http.post('*/api/v1/join-requests/:r/approve', () => {
      waiting = [];
      return HttpResponse.json({ ...joinRequest, status: 'APPROVED' });
    }),
    http.get('*/api/v1/groups/:g/join-requests', () => page(waiting)),
  );
  await user.click(await screen.findByRole('button', { name: 'Let in Dave' }));
  expect(await screen.findByText('The group is full.')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Let in Dave' }));
  await waitFor(() => expect(screen.queryByText('Let me in')).toBeNull());
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Requests to join' })).toHaveFocus());
});

test('what happens comes on top of the feed, once', async () => {
  serve({ group: aGroup({ myRole: 'MEMBER' }), members: [aMember('alice')] });
  const { tell } = open('/activity');
  await screen.findByText('Nothing has happened yet');
  const activity = { id: 'a1', groupId: 'g1', kind: 'MEMBER_JOINED', actorId: 'carol', subjectId: 'carol', data: {}, occurredAt: '2026-01-01T00:00:00Z' } as const;
  await tell('group:activity', { activity });
  await tell('group:activity', { activity });
  expect(await screen.findAllByText('Carol joined')).toHaveLength(1);
});

test('the last owner is asked who is owner after her, and leaves', async () => {
  serve({ group: aGroup({ myRole: 'OWNER' }), members: [aMember('alice', 'OWNER'), aMember('bob')] });
  const successors: (string | null)[] = [];
  server.use(
    http.delete('*/api/v1/groups/g1/members/me', ({ request }) => {
      successors.push(new URL(request.url).searchParams.get('successor'));
      return successors.length === 1 ? refusal(409, 'last-owner', 'You are the last owner.') : new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, path } = open();
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Leave Chess?' });
  await user.click(within(dialog).getByRole('button', { name: 'Leave' }));
  await within(dialog).findByText(/You are the only owner/);
  await user.click(within(dialog).getByRole('button', { name: 'Hand over and leave' }));
  expect(within(dialog).getByText('Choose a person.')).toBeInTheDocument();
  await user.type(within(dialog).getByRole('combobox', { name: /Owner after you/ }), 'b');
  await user.click(await screen.findByRole('option', { name: /Bob/ }));
  await user.click(screen.getByRole('button', { name: 'Hand over and leave' }));
  await waitFor(() => expect(path()).toBe('/groups'));
  expect(successors).toEqual([null, 'bob']);
});

/** Whose header counts the invitations that wait for her. */
function openBelowHeader() {
  const shown = (
    <>
      <PendingBadge />
      <GroupPage />
    </>
  );
  return renderPage(shown, { route: '/groups/g1', path: '/groups/:groupId/*' });
}

test('who is let in by invitation only, and is invited, accepts on the page of the group', async () => {
  let group: Group = aGroup({ joinPolicy: 'INVITE_ONLY' });
  const invitation = anInvitation();
  const answer = vi.fn();
  server.use(
    http.post('*/api/v1/invitations/i1/accept', () => {
      answer(screen.queryByText('By invitation only'));
      group = aGroup({ myRole: 'MEMBER' });
      serve({ group, members: [aMember('alice')] });
      return HttpResponse.json({
        invitation: { ...invitation, status: 'ACCEPTED', decidedAt: '2026-01-02T00:00:00Z' },
        membership: aMember('alice'),
      });
    }),
  );
  serve({ group });
  server.use(http.get('*/api/v1/invitations', () => page([invitation])));
  const { user } = openBelowHeader();
  expect(await screen.findByRole('link', { name: 'You are invited' })).toHaveAttribute('href', '/invitations/i1');
  expect(screen.queryByText('By invitation only')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Accept the invitation to Chess' }));
  expect(await screen.findByRole('button', { name: 'Leave' })).toBeInTheDocument();
  expect(answer).toHaveBeenCalledWith(null);
});

test('an invitation that is declined on the page of the group leaves the way in that its policy leaves', async () => {
  serve({ group: aGroup() });
  const invitation = anInvitation();
  const declined = { ...invitation, status: 'DECLINED', decidedAt: '2026-01-02T00:00:00Z' };
  server.use(
    http.get('*/api/v1/invitations', () => page([anInvitation({ id: 'i2', groupId: 'g2' }), invitation])),
    http.post('*/api/v1/invitations/i1/decline', () => HttpResponse.json(declined)),
  );
  const { user } = openBelowHeader();
  await user.click(await screen.findByRole('button', { name: 'Decline the invitation to Chess' }));
  expect(screen.queryByRole('button', { name: 'Join Chess' })).toBeNull();
  await user.click(await screen.findByRole('menuitem', { name: 'Just this one' }));
  expect(await screen.findByRole('button', { name: 'Join Chess' })).toBeInTheDocument();
  expect(screen.queryByText('You are invited')).toBeNull();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Join Chess' }).parentElement).toHaveFocus());
});

test('an invitation that cannot be accepted now says why and can be accepted later', async () => {
  serve({ group: aGroup({ joinPolicy: 'INVITE_ONLY' }) });
  server.use(
    http.get('*/api/v1/invitations', () => page([anInvitation()])),
    http.post('*/api/v1/invitations/i1/accept', () => refusal(409, 'group-full', 'Every seat of this group is taken.')),
  );
  const { user } = openBelowHeader();
  await user.click(await screen.findByRole('button', { name: 'Accept the invitation to Chess' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Every seat of this group is taken.');
  expect(screen.getByRole('button', { name: 'Accept the invitation to Chess' })).toBeInTheDocument();
});

test.each(['removed', 'left'] as const)('who has %s a hidden group is not led to it, for it is not there for her', async (how) => {
  serve({ group: aGroup({ myRole: 'MEMBER', visibility: 'HIDDEN' }), members: [aMember('alice')] });
  const { tell } = open();
  await screen.findByRole('heading', { name: 'Chess' });
  await tell(how === 'left' ? 'group:member_left' : 'member:removed', { ...said, userId: 'alice', memberCount: 1 });
  expect(screen.getByRole('heading', { name: /Chess/, level: 1 })).toHaveTextContent(how);
  expect(screen.queryByRole('button', { name: 'See the group from outside' })).toBeNull();
});

test('who is alone in a group is told so when she wants to leave it, and deletes it', async () => {
  serve({ group: aGroup({ myRole: 'OWNER', memberCount: 1 }), members: [aMember('alice', 'OWNER')] });
  const deleted = vi.fn();
  server.use(
    http.delete('*/api/v1/groups/g1', () => {
      deleted();
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user, path } = open();
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Delete Chess?' });
  expect(within(dialog).getByText(/You are the only one in this group/)).toBeInTheDocument();
  expect(within(dialog).getByText(/It is gone for all its 1 member,/)).toBeInTheDocument();
  expect(deleted).not.toHaveBeenCalled();
  await user.click(within(dialog).getByRole('button', { name: 'Delete the group' }));
  await waitFor(() => expect(path()).toBe('/groups'));
  expect(deleted).toHaveBeenCalledOnce();
  expect(await screen.findByText('You have deleted Chess.')).toBeInTheDocument();
});
