import { screen, waitFor, within } from '@testing-library/react';
import i18next from 'i18next';
import { http, HttpResponse } from 'msw';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import SettingsPage from './SettingsPage';

let blocks: { kind: string; userId: string | null; groupId: string | null; createdAt: string }[];

beforeEach(() => {
  blocks = [
    { kind: 'GROUP', userId: null, groupId: 'g1', createdAt: '2026-01-01T00:00:00Z' },
    { kind: 'USER', userId: 'bob', groupId: null, createdAt: '2026-01-01T00:00:00Z' },
  ];
  server.use(
    http.get('*/api/v1/invitation-settings', () => HttpResponse.json({ from: 'ANYONE' })),
    http.get('*/api/v1/invitation-blocks', () => HttpResponse.json({ items: blocks, next: null })),
    http.get('*/api/v1/groups/g1', () => refusal(404, 'not-found', 'There is nothing here.')),
  );
});

const choice = (name: RegExp) => screen.findByRole('radio', { name });

test('presence is chosen with what it means', async () => {
  let chosen: unknown;
  server.use(
    http.put('*/api/v1/presence/me', async ({ request }) => {
      chosen = await request.json();
      return HttpResponse.json({ userId: 'alice', state: 'INVISIBLE', devices: 1 });
    }),
  );
  const { user } = renderPage(<SettingsPage />);
  const online = await choice(/^Online/);
  await waitFor(() => expect(online).toBeChecked());
  await user.click(await choice(/Invisible/));
  expect(await choice(/Invisible/)).toBeChecked();
  expect(await choice(/Invisible/)).toHaveAccessibleDescription('to others you are offline');
  await waitFor(() => expect(chosen).toEqual({ state: 'INVISIBLE' }));
});

test('whose invitations one wants is taken back when it is refused', async () => {
  server.use(http.put('*/api/v1/invitation-settings', () => refusal(429, 'rate-limited', 'Too fast.')));
  const { user } = renderPage(<SettingsPage />);
  await user.click(await choice(/Nobody/));
  expect(await screen.findByText('Too fast.')).toBeInTheDocument();
  expect(await choice(/Anyone/)).toBeChecked();
});

test('who was blocked may invite again, and the focus goes to the next', async () => {
  const unblocked = vi.fn();
  server.use(
    http.delete('*/api/v1/invitation-blocks/:kind/:id', ({ params }) => {
      unblocked(params);
      blocks = blocks.filter(({ userId, groupId }) => ![userId, groupId].includes(String(params.id)));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  const { user } = renderPage(<SettingsPage />);
  await user.click(await screen.findByRole('button', { name: 'Unblock A group that you cannot see' }));
  expect(await screen.findByRole('button', { name: 'Unblock Bob' })).toHaveFocus();
  await waitFor(() => expect(unblocked).toHaveBeenCalledWith(expect.objectContaining({ kind: 'groups', id: 'g1' })));
  await user.click(screen.getByRole('button', { name: 'Unblock Bob' }));
  await waitFor(() => expect(unblocked).toHaveBeenCalledWith(expect.objectContaining({ kind: 'users', id: 'bob' })));
  expect(await screen.findByText(/You have blocked nobody/)).toBeInTheDocument();
});

test('language and colours change at once and are kept', async () => {
  const { user } = renderPage(<SettingsPage />);
  await user.click(await choice(/Deutsch/));
  expect(await screen.findByRole('heading', { name: 'Einstellungen' })).toBeInTheDocument();
  expect(document.documentElement.lang).toBe('de');
  await user.click(await choice(/Dunkel/));
  expect(document.documentElement.dataset.theme).toBe('dark');
  expect(localStorage.getItem('convoke.theme')).toBe('dark');
  await user.click(await choice(/English/));
  await waitFor(() => expect(i18next.language).toBe('en'));
});

test('one’s data is fetched in one’s name and given as a file', async () => {
  let sentAs: string | null = null;
  server.use(
    http.get('*/api/v1/people/me/export', ({ request }) => {
      sentAs = request.headers.get('authorization');
      return HttpResponse.json({ person: { id: 'alice' } });
    }),
  );
  const blobs: Blob[] = [];
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: (blob: Blob) => (blobs.push(blob), '#'), revokeObjectURL: () => undefined }));
  const { user } = renderPage(<SettingsPage />);
  await user.click(await screen.findByRole('button', { name: 'Download your data' }));
  await waitFor(() => expect(blobs).toHaveLength(1));
  expect(blobs[0]?.type).toBe('application/json');
  expect(sentAs).toBe('Bearer a-token');
});

test('an account is erased only by whoever types her user name, and she is signed out', async () => {
  const erased = vi.fn(() => new HttpResponse(null, { status: 202 }));
  server.use(http.delete('*/api/v1/people/me', erased));
  const { user, signOut } = renderPage(<SettingsPage />);
  await user.click(await screen.findByRole('button', { name: 'Erase your account…' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Erase your account?' }));
  await user.type(await dialog.findByRole('textbox', { name: /“alice”/ }), 'alic');
  expect(dialog.getByRole('button', { name: 'Erase for good' })).toBeDisabled();
  await user.type(dialog.getByRole('textbox'), 'e');
  await user.click(dialog.getByRole('button', { name: 'Erase for good' }));
  await waitFor(() => expect(signOut).toHaveBeenCalledOnce());
  expect(erased).toHaveBeenCalledOnce();
});
