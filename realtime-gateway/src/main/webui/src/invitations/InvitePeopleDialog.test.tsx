import { act, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { aGroup, page } from '../test/groups';
import { aBatch, anInvitation, counts } from '../test/invitations';
import { renderPage } from '../test/render';
import { person, refusal, server } from '../test/server';
import { InvitePeopleDialog } from './InvitePeopleDialog';

const KNOWN = ['bob', 'carol', 'dave'];

function inviting() {
  const sent = vi.fn();
  const onClose = vi.fn();
  const take = (path: string, answer: () => Response) =>
    http.post(`*/api/v1/${path}`, async ({ request }) => {
      sent(path + new URL(request.url).search, await request.json());
      return answer();
    });
  server.use(
    http.get('*/api/v1/people', ({ request }) => {
      const query = new URL(request.url).searchParams.get('query');
      return page(KNOWN.filter((id) => query && id.startsWith(query.toLowerCase())).map(person));
    }),
    http.get('*/api/v1/invitation-batches/b1', () => HttpResponse.json(aBatch())),
    http.get('*/api/v1/invitation-batches/b1/items', () => page([])),
  );
  const shown = renderPage(<InvitePeopleDialog group={aGroup({ myRole: 'MEMBER' })} open onClose={onClose} />);
  const { user } = shown;
  return {
    ...shown,
    sent,
    onClose,
    take: (path: string, answer: () => Response) => server.use(take(path, answer)),
    choose: async (name: string) => {
      await user.click(screen.getByRole('combobox', { name: 'Find people' }));
      await user.paste(name.toLowerCase());
      await user.click(await screen.findByRole('option', { name: new RegExp(name) }));
    },
    fill: async (label: string, text: string) => {
      await user.click(screen.getByRole('textbox', { name: label }));
      await user.paste(text);
    },
    press: async (name: string) => {
      const button = await screen.findByRole('button', { name });
      await waitFor(() => expect(button).toBeEnabled());
      await user.click(button);
    },
  };
}

test('somebody who is found and chosen alone gets an invitation', async () => {
  const { choose, fill, take, press, sent, onClose } = inviting();
  take('invitations', () => HttpResponse.json(anInvitation({ inviterId: 'alice', inviteeId: 'bob' }), { status: 201 }));
  await choose('Bob');
  await fill('Message', 'Come!');
  await press('Invite');
  expect(await screen.findByText(/has been invited/)).toBeInTheDocument();
  expect(sent).toHaveBeenCalledExactlyOnceWith('invitations', { groupId: 'g1', inviteeId: 'bob', message: 'Come!', expiresInDays: 14 });
  expect(onClose).toHaveBeenCalled();
});

test('many are a batch, whether chosen or listed, each once, and what becomes of it is shown', async () => {
  const { choose, fill, take, press, sent, onClose } = inviting();
  take('invitation-batches', () => HttpResponse.json(aBatch(), { status: 202 }));
  await choose('Bob');
  await fill('Or a list', 'inviteeId\nCAROL\nbob\nnobody\n=1+1');
  expect(await screen.findByText('Nobody is called nobody: left out')).toBeInTheDocument();
  expect(screen.getByText('Not understood: =1+1')).toBeInTheDocument();
  expect(screen.getByText('3 entries read')).toBeInTheDocument();
  await press('Invite 2 people');
  expect(await screen.findByRole('progressbar', { name: '0 of 4 done' })).toBeInTheDocument();
  expect(sent).toHaveBeenCalledExactlyOnceWith('invitation-batches', { groupId: 'g1', inviteeIds: ['bob', 'carol'], expiresInDays: 14 });
  expect(onClose).not.toHaveBeenCalled();
});

test('who was chosen can be removed again', async () => {
  const { choose, user } = inviting();
  await choose('Bob');
  const bob = screen.getByRole('row', { name: 'Bob' });
  await user.click(within(bob).getByRole('button'));
  expect(screen.queryByRole('row', { name: 'Bob' })).toBeNull();
});

test('one can ask first what would become of each', async () => {
  const { fill, take, press, sent } = inviting();
  take('invitation-batches', () =>
    HttpResponse.json({
      total: 2,
      ...counts({ created: 1, alreadyMember: 1 }),
      items: [
        { inviteeId: 'bob', outcome: 'CREATED' },
        { inviteeId: 'carol', outcome: 'ALREADY_MEMBER' },
      ],
    }),
  );
  await fill('Or a list', 'bob carol');
  await screen.findByRole('button', { name: 'Invite 2 people' });
  await press('Check first');
  const predicted = await screen.findByRole('region', { name: 'What would happen' });
  expect(within(predicted).getByText('Already a member: 1')).toBeInTheDocument();
  expect(within(predicted).getByText('Invited: 1')).toBeInTheDocument();
  expect(sent).toHaveBeenCalledExactlyOnceWith('invitation-batches?dryRun=true', expect.objectContaining({ inviteeIds: ['bob', 'carol'] }));
  await fill('Or a list', ' dave');
  await waitFor(() => expect(screen.queryByRole('region', { name: 'What would happen' })).toBeNull());
});

test('a refusal is said in its own words, and nothing that was typed is lost', async () => {
  const { choose, fill, take, press, onClose } = inviting();
  take('invitations', () => refusal(429, 'cooldown', 'That person is left in peace by the group for now.'));
  await choose('Bob');
  await fill('Message', 'Come!');
  await press('Invite');
  expect(await screen.findByRole('alert')).toHaveTextContent('That person is left in peace by the group for now.');
  expect(screen.getByRole('textbox', { name: 'Message' })).toHaveValue('Come!');
  expect(screen.getByRole('row', { name: 'Bob' })).toBeInTheDocument();
  expect(onClose).not.toHaveBeenCalled();
});

test('what is said of a field that the form does not have is shown all the same', async () => {
  const { choose, take, press } = inviting();
  take('invitations', () =>
    refusal(400, 'invalid', 'Something is invalid.', { errors: [{ field: 'inviteeId', message: 'must not be yourself' }] }),
  );
  await choose('Bob');
  await press('Invite');
  expect(await screen.findByRole('alert')).toHaveTextContent('must not be yourself');
});

test('a long list is looked up at a pace that leaves room for other requests, each name once, and one sees how far it is', async () => {
  const { fill } = inviting();
  const asked: [string, number][] = [];
  server.use(
    http.get('*/api/v1/people', ({ request }) => {
      const query = new URL(request.url).searchParams.get('query');
      if (query !== null) {
        asked.push([query, Date.now()]);
      }
      return page(query === null ? [] : [person(query)]);
    }),
  );
  const names = Array.from({ length: 20 }, (_, n) => `user-${n}`);
  await fill('Or a list', [...names, 'USER-3', 'User-4'].join(' '));
  expect(await screen.findByRole('progressbar', { name: /^1\d of 22 looked up$/ })).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Invite 20 people' })).toBeEnabled();
  expect(screen.queryByRole('progressbar')).toBeNull();
  expect(asked.map(([name]) => name).sort()).toEqual([...names].sort());
  const [, first = 0] = asked[0] ?? [];
  const inFirstSecond = asked.filter(([, at]) => at < first + 1000);
  expect(inFirstSecond.length).toBeLessThanOrEqual(9);
});

test('a list that was taken away is looked up no further', async () => {
  const { fill, user } = inviting();
  const asked = vi.fn();
  server.use(
    http.get('*/api/v1/people', ({ request }) => {
      const query = new URL(request.url).searchParams.get('query');
      if (query !== null) {
        asked(query);
      }
      return page([]);
    }),
  );
  await fill('Or a list', Array.from({ length: 100 }, (_, n) => `gone-${n}`).join(' '));
  await screen.findByRole('progressbar', { name: /^[1-9]\d* of 100 looked up$/ });
  await user.clear(screen.getByRole('textbox', { name: 'Or a list' }));
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  await act(() => new Promise((done) => setTimeout(done, 500)));
  const before = asked.mock.calls.length;
  await act(() => new Promise((done) => setTimeout(done, 500)));
  expect(asked).toHaveBeenCalledTimes(before);
  expect(before).toBeLessThan(30);
});

test('more than a thousand are too many, and it says how many', async () => {
  const { fill } = inviting();
  await fill('Or a list', Array.from({ length: 1003 }, (_, n) => `user-${n}`).join(' '));
  expect(await screen.findByText(/That is 3 too many/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Invite' })).toBeDisabled();
});

test('nobody, a message that is too long and a day that is none are not sent', async () => {
  const { press, user, choose, fill, sent } = inviting();
  await press('Invite');
  expect(await screen.findByRole('alert')).toHaveTextContent('Choose somebody to invite.');
  await choose('Bob');
  await fill('Message', 'x'.repeat(501));
  await user.clear(screen.getByRole('textbox', { name: 'Days until it expires' }));
  await user.paste('91');
  await press('Invite');
  expect(await screen.findByText('At most 500 characters.')).toBeInTheDocument();
  expect(screen.getByText('501 of 500 characters')).toBeInTheDocument();
  expect(screen.getByText('A number between 1 and 90.')).toBeInTheDocument();
  expect(sent).not.toHaveBeenCalled();
});

test('a file is read like a list', async () => {
  const { user } = inviting();
  const file = new File(['inviteeId\nbob\ncarol\n'], 'people.csv', { type: 'text/csv' });
  const [input] = document.querySelectorAll<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no input for a file');
  await user.upload(input, file);
  expect(await screen.findByRole('button', { name: 'Invite 2 people' })).toBeEnabled();
});
