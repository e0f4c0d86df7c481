import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { aGroup, serve } from '../test/groups';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import { SettingsPanel } from './SettingsPanel';

const group = aGroup({ myRole: 'ADMIN' });

async function edited() {
  serve({ group });
  const page = renderPage(<SettingsPanel group={group} />);
  const description = await screen.findByRole('textbox', { name: 'Description' });
  await page.user.type(description, 'Openings');
  return { ...page, save: () => page.user.click(screen.getByRole('button', { name: 'Save' })) };
}

const field = (name: string) => screen.getByRole('textbox', { name });

test('only what was changed is sent, with the ETag that was read', async () => {
  const sent = vi.fn();
  const { save } = await edited();
  server.use(
    http.patch('*/api/v1/groups/g1', async ({ request }) => {
      sent(await request.json(), request.headers.get('if-match'));
      return HttpResponse.json({ ...group, description: 'Openings' }, { headers: { etag: '"2"' } });
    }),
  );
  await save();
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect(sent).toHaveBeenCalledWith({ description: 'Openings' }, '"1"');
});

test('when somebody else was faster that is said, hers stays, and saving again goes through', async () => {
  const { save } = await edited();
  const etags: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/groups/g1', () => HttpResponse.json({ ...group, name: 'Chess club', description: 'Endgames' }, { headers: { etag: '"7"' } })),
    http.patch('*/api/v1/groups/g1', ({ request }) => {
      etags.push(request.headers.get('if-match'));
      return etags.length === 1
        ? refusal(412, 'precondition-failed', 'It was changed.')
        : HttpResponse.json({ ...group, name: 'Chess club', description: 'Openings' }, { headers: { etag: '"8"' } });
    }),
  );
  await save();
  expect(await screen.findByText(/Somebody else changed the settings/)).toBeInTheDocument();
  expect(field('Description')).toHaveValue('Openings');
  await waitFor(() => expect(field('Name')).toHaveValue('Chess club'));
  await save();
  expect(await screen.findByText('Saved')).toBeInTheDocument();
  expect(etags).toEqual(['"1"', '"7"']);
  expect(screen.queryByText(/Somebody else changed/)).toBeNull();
});

test('a change of somebody else comes in beside what is typed', async () => {
  const { tell } = await edited();
  server.use(http.get('*/api/v1/groups/g1', () => HttpResponse.json({ ...group, name: 'Chess club' }, { headers: { etag: '"2"' } })));
  const heard = { ...group, name: 'Chess club', createdBy: 'bob' };
  await tell('group:updated', { groupId: 'g1', groupName: 'Chess club', actorId: 'bob', group: heard, changed: ['name'] });
  expect(await screen.findByText('Bob has just changed the settings. What you have typed is still here.')).toBeInTheDocument();
  expect(field('Name')).toHaveValue('Chess club');
  expect(field('Description')).toHaveValue('Openings');
});

test('an archived group says why its settings cannot be changed, and takes none', async () => {
  const archived = aGroup({ myRole: 'ADMIN', archived: true });
  serve({ group: archived });
  renderPage(<SettingsPanel group={archived} />);
  expect(await screen.findByText(/^The group is archived. Its settings can be changed when/)).toBeInTheDocument();
  screen.getAllByRole('textbox').forEach((each) => expect(each).toBeDisabled());
  const form = screen.getByRole('button', { name: 'Save' }).closest('form');
  expect(form?.querySelectorAll('button:disabled')).toHaveLength(4);
});
