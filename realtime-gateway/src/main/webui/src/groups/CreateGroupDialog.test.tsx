import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import CreateGroupDialog from './CreateGroupDialog';

function creating() {
  const onClose = vi.fn();
  const page = renderPage(<CreateGroupDialog open onClose={onClose} />);
  const create = () => page.user.click(screen.getByRole('button', { name: 'Create group' }));
  return { ...page, onClose, create };
}

test('one can type the name at once', async () => {
  creating();
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus());
});

test('a name that is too short is not sent', async () => {
  const { user, create, onClose } = creating();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'ab');
  await create();
  expect(await screen.findByText('Between 3 and 80 characters.')).toBeInTheDocument();
  expect(onClose).not.toHaveBeenCalled();
});

test.each(['1', '100001', 'many'])('a capacity of %s is not sent', async (capacity) => {
  const { user, create, onClose } = creating();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Chess');
  await user.clear(screen.getByRole('textbox', { name: 'Maximum number of members' }));
  await user.type(screen.getByRole('textbox', { name: 'Maximum number of members' }), capacity);
  await create();
  expect(await screen.findByText('A number between 2 and 100 000.')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Maximum number of members' })).toHaveFocus();
  expect(onClose).not.toHaveBeenCalled();
});

test('a refusal is shown where it belongs: at its field, or below them all', async () => {
  server.use(
    http.post('*/api/v1/groups', () => refusal(400, 'invalid', 'Something is invalid.', { errors: [{ field: 'name', message: 'Not that name.' }] }), {
      once: true,
    }),
    http.post('*/api/v1/groups', () => refusal(429, 'group-quota', 'You own as many groups as one may.')),
  );
  const { user, create, onClose } = creating();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Chess');
  await create();
  expect(await screen.findByText('Not that name.')).toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' club');
  await create();
  expect(await screen.findByRole('alert')).toHaveTextContent('You own as many groups as one may.');
  expect(onClose).not.toHaveBeenCalled();
});

test('what is said of a field that the form does not have is said below them all, beside what is said of one that it has', async () => {
  const errors = [
    { field: 'joinPolicy', message: 'Not that way.' },
    { field: 'metadata', message: 'At most 16 pairs.' },
  ];
  server.use(http.post('*/api/v1/groups', () => refusal(400, 'invalid', 'The request breaks a rule.', { errors })));
  const { user, create } = creating();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Chess');
  await create();
  expect(await screen.findByRole('alert')).toHaveTextContent(/^At most 16 pairs\.$/);
  expect(screen.getByRole('button', { name: /Who may join/ })).toHaveAccessibleDescription('Not that way.');
});

test('a group that was created is gone to', async () => {
  const sent = vi.fn();
  server.use(
    http.post('*/api/v1/groups', async ({ request }) => {
      sent(await request.json(), request.headers.get('idempotency-key'));
      return HttpResponse.json({ id: 'g1', name: 'Chess' }, { status: 201 });
    }),
  );
  const { user, create, onClose, path } = creating();
  await user.type(screen.getByRole('textbox', { name: 'Name' }), ' Chess ');
  await create();
  await waitFor(() => expect(path()).toBe('/groups/g1'));
  expect(onClose).toHaveBeenCalled();
  const settings = { name: 'Chess', description: '', visibility: 'PUBLIC', joinPolicy: 'OPEN', whoMayInvite: 'MEMBERS', capacity: 5000 };
  expect(sent).toHaveBeenCalledWith(settings, expect.stringMatching(/.+/));
});

test('a hidden group that everybody may join says whom that leaves', async () => {
  const { user } = creating();
  const hint = () => screen.queryByText('Nobody finds a hidden group: only who is invited or has a link comes in.');
  const choose = async (field: RegExp, option: string) => {
    await user.click(screen.getByRole('button', { name: field }));
    await user.click(await screen.findByRole('option', { name: option }));
  };
  expect(hint()).toBeNull();
  await choose(/Who sees it/, 'Hidden');
  expect(hint()).toHaveAttribute('role', 'status');
  await choose(/Who may join/, 'Who is invited');
  expect(hint()).toBeNull();
});

test('what a public group is, and how many it takes, is said in words that are understood', () => {
  creating();
  expect(screen.getByText(/Everybody who is online is told of it/)).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Maximum number of members' })).toBeInTheDocument();
});
