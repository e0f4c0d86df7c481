import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import { renderPage } from '../test/render';
import { server } from '../test/server';
import { LastSeen } from './LastSeen';
import { PresenceIndicator } from './PresenceIndicator';

let asked: string[][];
beforeEach(() => {
  asked = [];
  server.use(
    http.post('*/api/v1/presence/query', async ({ request }) => {
      const { userIds } = (await request.json()) as { userIds: string[] };
      asked.push(userIds);
      return HttpResponse.json({ items: userIds.map((userId) => ({ userId, state: 'AWAY', devices: 1 })) });
    }),
  );
});

function People({ ids }: { ids: string[] }) {
  const [shown, setShown] = useState(true);
  return (
    <>
      <button onClick={() => setShown(!shown)}>toggle</button>
      {shown && ids.map((id) => <p key={id}>{id} <PresenceIndicator userId={id} /></p>)}
    </>
  );
}

test('those on the screen are asked for together, and followed from then on', async () => {
  const { tell } = renderPage(<People ids={['bob', 'carol']} />);
  await waitFor(() => expect(screen.getAllByText('Away')).toHaveLength(2));
  expect(asked).toEqual([['bob', 'carol']]);
  await tell('presence:changed', { presence: { userId: 'bob', state: 'BUSY', devices: 1 } });
  expect(screen.getByText('Busy')).toBeInTheDocument();
  expect(screen.getAllByText('Away')).toHaveLength(1);
});

test('the gateway is told of whom one wants to hear, and that one does no more', async () => {
  const { convoke, user } = renderPage(<People ids={['bob', 'carol']} />);
  const emit = vi.spyOn(convoke.live, 'emit');
  await waitFor(() => expect(emit).toHaveBeenLastCalledWith('presence', { watch: ['bob', 'carol'] }));
  await user.click(screen.getByRole('button'));
  await waitFor(() => expect(emit).toHaveBeenLastCalledWith('presence', { watch: [] }));
});

test('more than one question holds are asked for in several', async () => {
  renderPage(<People ids={Array.from({ length: 250 }, (_, i) => `person-${i}`)} />);
  await waitFor(() => expect(asked.map((ids) => ids.length)).toEqual([200, 50]));
});

test('when somebody was last seen is said only of who is offline, and only where one may know', async () => {
  const lastSeen = new Date(Date.now() - 5.5 * 60_000).toISOString();
  server.use(
    http.post('*/api/v1/presence/query', () =>
      HttpResponse.json({
        items: [
          { userId: 'bob', state: 'OFFLINE', devices: 0, lastSeen },
          { userId: 'carol', state: 'OFFLINE', devices: 0, lastSeen: null },
          { userId: 'dave', state: 'ONLINE', devices: 1, lastSeen },
        ],
      }),
    ),
  );
  const { tell } = renderPage(['bob', 'carol', 'dave'].map((id) => <p key={id}>{id}<LastSeen userId={id} /></p>));
  await screen.findByText('5 minutes ago');
  expect(screen.getByText(/^bob/)).toHaveTextContent(/^bob · last seen 5 minutes ago$/);
  expect(screen.getByText(/^carol/)).toHaveTextContent(/^carol$/);
  expect(screen.getByText(/^dave/)).toHaveTextContent(/^dave$/);
  await tell('presence:changed', { presence: { userId: 'bob', state: 'ONLINE', devices: 1 } });
  expect(screen.getByText(/^bob/)).toHaveTextContent(/^bob$/);
});
