import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { aMember, page } from '../test/groups';
import { aBatch, anInvitation } from '../test/invitations';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import InvitationsPage from './InvitationsPage';
import { PendingBadge } from './PendingBadge';

const ofGo = anInvitation({ id: 'i2', groupId: 'g2', group: { id: 'g2', name: 'Go', visibility: 'PRIVATE', memberCount: 5 } });

function box(invitations = [anInvitation()], route = '/invitations') {
  server.use(
    http.get('*/api/v1/invitations', ({ request }) => {
      const { searchParams } = new URL(request.url);
      const status = searchParams.get('status');
      const mine = searchParams.get('box') === 'received' ? 'inviteeId' : 'inviterId';
      return page(invitations.filter((each) => each[mine] === 'alice' && (status === null || each.status === status)));
    }),
  );
  return renderPage(
    <>
      <PendingBadge />
      <InvitationsPage />
    </>,
    { route },
  );
}

/** An answer that comes when it is let. */
function later(path: string, answer: () => Response) {
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  server.use(
    http.post(`*/api/v1/${path}`, async () => {
      await released;
      return answer();
    }),
  );
  return () => release();
}

async function line(group: string) {
  return (await screen.findByText(group)).closest('li') as HTMLElement;
}

test('an invitation looks accepted at once, and waits again when it is refused', async () => {
  const { user } = box();
  const answer = later('invitations/i1/accept', () => refusal(409, 'group-full', 'The group has no free seat; nothing has changed.'));
  expect(await screen.findByText('1 pending')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Accept the invitation to Chess' }));
  expect(await within(await line('Chess')).findByText('Accepted')).toBeInTheDocument();
  expect(screen.queryByText('1 pending')).toBeNull();
  expect(await line('Chess')).toHaveFocus();
  answer();
  expect(await screen.findByRole('alert')).toHaveTextContent('The group has no free seat; nothing has changed.');
  expect(screen.getByRole('button', { name: 'Accept the invitation to Chess' })).toBeInTheDocument();
  expect(screen.getByText('1 pending')).toBeInTheDocument();
});

test('one who has accepted is shown the way to the group', async () => {
  const { user } = box();
  const invitation = anInvitation({ status: 'ACCEPTED' });
  server.use(
    http.post('*/api/v1/invitations/i1/accept', () => HttpResponse.json({ invitation, membership: aMember('alice') })),
  );
  await user.click(await screen.findByRole('button', { name: 'Accept the invitation to Chess' }));
  expect(await screen.findByRole('link', { name: 'You are now a member of Chess' })).toHaveAttribute('href', '/groups/g1');
});

test('an invitation that has expired is said to have and goes', async () => {
  const open = [anInvitation(), ofGo];
  const { user } = box(open);
  server.use(
    http.post('*/api/v1/invitations/i1/accept', () => {
      open.shift();
      return refusal(410, 'expired', 'The invitation has expired.');
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Accept the invitation to Chess' }));
  expect(await screen.findByText('The invitation has expired.')).toBeInTheDocument();
  await waitFor(() => expect(screen.queryByText('Chess')).toBeNull());
  expect(await line('Go')).toHaveFocus();
});

test.each([
  ['Just this one', 'ONCE'],
  ['This one, and no more to this group', 'GROUP'],
  ['This one, and block this person', 'INVITER'],
])('to decline "%s" says so', async (choice, scope) => {
  const { user } = box();
  const sent = vi.fn();
  server.use(
    http.post('*/api/v1/invitations/i1/decline', async ({ request }) => {
      sent(await request.json());
      return HttpResponse.json(anInvitation({ status: 'DECLINED' }));
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Decline the invitation to Chess' }));
  await user.click(await screen.findByRole('menuitem', { name: choice }));
  expect(await within(await line('Chess')).findByText('Declined')).toBeInTheDocument();
  await waitFor(() => expect(sent).toHaveBeenCalledExactlyOnceWith({ scope }));
  expect(await line('Chess')).toHaveFocus();
});

test('an invitation that is heard of comes above the others, and stays there once when it is heard of again', async () => {
  const { tell } = box();
  await line('Chess');
  await tell('invitation:received', { invitation: ofGo });
  await tell('invitation:received', { invitation: { ...ofGo, message: 'Come!' } });
  await tell('invitation:received', { invitation: anInvitation() });
  expect(await screen.findByText('Come!')).toBeInTheDocument();
  const items = within(screen.getByRole('region', { name: 'Received' })).getAllByRole('listitem');
  expect(items.map((item) => within(item).getByText(/^(Chess|Go)$/).textContent)).toEqual(['Go', 'Chess']);
  expect(screen.getByText('2 pending')).toBeInTheDocument();
  expect((await screen.findAllByRole('link', { name: 'Bob invites you to Go' }))[0]).toHaveAttribute('href', '/invitations/i2');
});

test('an invitation that is taken back goes and it says so; the focus goes to its neighbour', async () => {
  const { tell } = box([anInvitation(), ofGo]);
  const accept = await screen.findByRole('button', { name: 'Accept the invitation to Chess' });
  act(() => accept.focus());
  await tell('invitation:cancelled', { invitation: anInvitation({ status: 'CANCELLED' }) });
  expect(await screen.findByText('The invitation to “Chess” has been withdrawn')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Accept the invitation to Chess' })).toBeNull();
  expect(await line('Go')).toHaveFocus();
});

test('an invitation that ends because one has joined is no news', async () => {
  const { tell } = box();
  await line('Chess');
  await tell('invitation:cancelled', { invitation: anInvitation({ status: 'REVOKED', reason: 'JOINED' }) });
  await waitFor(() => expect(screen.queryByText('Chess')).toBeNull());
  expect(screen.queryByText(/has ended/)).toBeNull();
});

test('an invitation that was accepted in another window waits no more', async () => {
  const { tell } = box([anInvitation(), ofGo]);
  await line('Chess');
  await tell('group:member_joined', { groupId: 'g1', groupName: 'Chess', actorId: 'alice', userId: 'alice', role: 'MEMBER', memberCount: 3 });
  expect(screen.queryByText('Chess')).toBeNull();
  expect(screen.getByText('1 pending')).toBeInTheDocument();
});

test('one that was accepted here stays where it is, as accepted', async () => {
  const { tell, user } = box();
  const invitation = anInvitation({ status: 'ACCEPTED' });
  server.use(http.post('*/api/v1/invitations/i1/accept', () => HttpResponse.json({ invitation, membership: aMember('alice') })));
  await user.click(await screen.findByRole('button', { name: 'Accept the invitation to Chess' }));
  await screen.findByRole('link', { name: 'You are now a member of Chess' });
  await tell('group:member_joined', { groupId: 'g1', groupName: 'Chess', actorId: 'alice', userId: 'alice', role: 'MEMBER', memberCount: 3 });
  expect(within(await line('Chess')).getByText('Accepted')).toBeInTheDocument();
});

test('what was being fetched while one answered is fetched after all', async () => {
  const open = [anInvitation()];
  const { queries, user } = box(open);
  server.use(http.post('*/api/v1/invitations/i1/accept', () => refusal(409, 'group-full', 'The group is full.')));
  const accept = await screen.findByRole('button', { name: 'Accept the invitation to Chess' });
  open.push(ofGo);
  let answer: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  server.use(
    http.get(
      '*/api/v1/invitations',
      async () => {
        await asked;
        return page([]);
      },
      { once: true },
    ),
  );
  act(() => void queries.invalidateQueries());
  await user.click(accept);
  expect(await line('Go')).toBeInTheDocument();
  answer();
});

describe('what one has sent', () => {
  const mine = anInvitation({ inviterId: 'alice', inviteeId: 'bob' });

  async function cancel(user: ReturnType<typeof box>['user']) {
    server.use(http.post('*/api/v1/invitations/i1/cancel', () => HttpResponse.json({ ...mine, status: 'CANCELLED' })));
    await user.click(await screen.findByRole('button', { name: 'Actions for Bob' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Cancel invitation' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Cancel invitation' }));
  }

  test('changes its state as it is answered', async () => {
    const { tell } = box([mine], '/invitations?box=sent');
    const shown = await line('Chess');
    await tell('invitation:responded', { invitation: { ...mine, status: 'ACCEPTED' } });
    expect(within(shown).getByText('Accepted')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'Bob accepted your invitation to Chess' })).toBeInTheDocument();
  });

  test.each([
    [{ status: 'CANCELLED' }, 'Your invitation of Bob to “Chess” has been cancelled'],
    [{ status: 'EXPIRED' }, 'Your invitation of Bob to “Chess” has expired'],
    [{ status: 'REVOKED', reason: 'JOINED' }, 'Your invitation of Bob to “Chess” has ended: the person is in the group already'],
  ] as const)('is said to have ended otherwise: %o', async (how, text) => {
    const { tell } = box([mine], '/invitations?box=sent');
    await line('Chess');
    await tell('invitation:cancelled', { invitation: { ...mine, ...how } });
    expect(await screen.findByRole('link', { name: text })).toHaveAttribute('href', '/invitations/i1');
  });

  test('is not said to have ended where one may have seen to that oneself', async () => {
    const { tell } = box([mine], '/invitations?box=sent');
    await line('Chess');
    await tell('invitation:cancelled', { invitation: { ...mine, status: 'REVOKED', reason: 'GROUP_DELETED' } });
    expect(await within(await line('Chess')).findByText(/Revoked/)).toBeInTheDocument();
    expect(screen.queryByText(/has ended/)).toBeNull();
  });

  test('leaves a list of pending ones when it is answered', async () => {
    const { tell } = box([mine], '/invitations?box=sent&status=PENDING');
    await line('Chess');
    await tell('invitation:responded', { invitation: { ...mine, status: 'DECLINED' } });
    expect(await screen.findByText('There are no such invitations of yours')).toBeInTheDocument();
  });

  test('is there as soon as another device has sent it', async () => {
    const { tell } = box([], '/invitations?box=sent');
    await screen.findByText('There are no such invitations of yours');
    await tell('invitation:sent', { invitation: mine });
    expect(await screen.findByText('You invited Bob')).toBeInTheDocument();
  });

  test('can be taken back once one has confirmed', async () => {
    const { user } = box([mine], '/invitations?box=sent');
    await cancel(user);
    expect(await within(await line('Chess')).findByText('Cancelled')).toBeInTheDocument();
    expect(await line('Chess')).toHaveFocus();
  });

  test('taken back leaves the focus to its neighbour where one sees pending ones only', async () => {
    const { user } = box([mine, { ...ofGo, inviterId: 'alice', inviteeId: 'carol' }], '/invitations?box=sent&status=PENDING');
    await cancel(user);
    await waitFor(() => expect(screen.queryByText('Chess')).toBeNull());
    expect(await line('Go')).toHaveFocus();
  });

  test('can be sent again as often as the service allows', async () => {
    const { user } = box([mine], '/invitations?box=sent');
    server.use(http.post('*/api/v1/invitations/i1/resend', () => refusal(429, 'resend-quota', 'It was sent again as often as it may be.')));
    await user.click(await screen.findByRole('button', { name: 'Actions for Bob' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Send again' }));
    expect(await screen.findByText('It was sent again as often as it may be.')).toBeInTheDocument();
  });
});

test('a batch is opened by its address', async () => {
  server.use(
    http.get('*/api/v1/groups/g1', () => HttpResponse.json({ name: 'Chess' })),
    http.get('*/api/v1/invitation-batches', () => page([aBatch({ state: 'COMPLETED', processed: 4, created: 4 })])),
    http.get('*/api/v1/invitation-batches/b1', () => HttpResponse.json(aBatch({ state: 'COMPLETED', processed: 4, created: 4 }))),
    http.get('*/api/v1/invitation-batches/b1/items', () => page([])),
  );
  const { user, path } = box([], '/invitations?box=batches');
  await user.click(await screen.findByRole('link', { name: '4 people to Chess' }));
  expect(await screen.findByRole('progressbar', { name: '4 of 4 done' })).toBeInTheDocument();
  expect(path()).toBe('/invitations?box=batches&batch=b1');
});

test('what became of each is fetched as a batch goes on, once a second at most', async () => {
  const asked = vi.fn();
  server.use(
    http.get('*/api/v1/groups/g1', () => HttpResponse.json({ name: 'Chess' })),
    http.get('*/api/v1/invitation-batches', () => page([aBatch()])),
    http.get('*/api/v1/invitation-batches/b1', () => HttpResponse.json(aBatch())),
    http.get('*/api/v1/invitation-batches/b1/items', () => {
      asked();
      return page([{ inviteeId: 'bob', outcome: asked.mock.calls.length === 1 ? null : 'CREATED', invitationId: null }]);
    }),
  );
  const { tell } = box([], '/invitations?box=batches&batch=b1');
  await screen.findByText('Waiting');
  for (const processed of [1, 2, 3]) {
    await tell('group:invitations_sent', { batch: aBatch({ processed, created: processed }) });
  }
  const bob = (await screen.findByText('Bob')).closest('li') as HTMLElement;
  expect(await within(bob).findByText('Invited')).toBeInTheDocument();
  expect(asked).toHaveBeenCalledTimes(2);
});
