import { act, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { page } from '../test/groups';
import { aBatch } from '../test/invitations';
import { renderPage } from '../test/render';
import { server } from '../test/server';
import { BatchProgress } from './BatchProgress';

function running(now = aBatch({ processed: 1, created: 1 })) {
  const asked = vi.fn();
  const state = { now };
  server.use(
    http.get('*/api/v1/invitation-batches/b1', () => {
      asked();
      return HttpResponse.json(state.now);
    }),
    http.get('*/api/v1/invitation-batches/b1/items', ({ request }) => {
      const outcome = new URL(request.url).searchParams.get('outcome');
      const items = [
        { inviteeId: 'bob', outcome: 'CREATED', invitationId: 'i1' },
        { inviteeId: 'carol', outcome: 'BLOCKED', invitationId: null },
      ];
      return request.headers.get('accept') === 'text/csv'
        ? new HttpResponse('inviteeId,outcome,invitationId\r\n', { headers: { 'content-type': 'text/csv' } })
        : page(items.filter((item) => outcome === null || item.outcome === outcome));
    }),
  );
  return { ...renderPage(<BatchProgress id="b1" />), asked, state };
}

const barOf = (name: string) => screen.findByRole('progressbar', { name });

test('a batch goes on by what is heard, never back, and is asked for but once while the page is live', async () => {
  const { tell, convoke, asked } = running();
  act(() => convoke.live.status.set('live'));
  await barOf('1 of 4 done');
  await tell('group:invitations_sent', { batch: aBatch({ processed: 3, created: 3 }) });
  await tell('group:invitations_sent', { batch: aBatch({ processed: 2, created: 2 }) });
  expect(await barOf('3 of 4 done')).toBeInTheDocument();
  await tell('group:invitations_sent', { batch: aBatch({ state: 'COMPLETED', processed: 4, created: 3, blocked: 1 }) });
  expect(await barOf('4 of 4 done')).toBeInTheDocument();
  expect(screen.getByText('Finished')).toBeInTheDocument();
  expect(screen.getByText('Does not want it: 1')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  expect(await screen.findByRole('link', { name: '3 of 4 people have been invited' })).toHaveAttribute(
    'href',
    '/invitations?box=batches&batch=b1',
  );
  expect(asked).toHaveBeenCalledOnce();
});

test('without a live connection it is asked how far it has got, until it is over', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { convoke, state, queries } = running();
    act(() => convoke.live.status.set('down'));
    await barOf('1 of 4 done');
    state.now = aBatch({ state: 'COMPLETED', processed: 4, created: 4 });
    act(() => void vi.advanceTimersByTime(2000));
    expect(await barOf('4 of 4 done')).toBeInTheDocument();
    act(() => void vi.advanceTimersByTime(10_000));
    expect(queries.isFetching()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('a batch can be stopped, and the focus stays', async () => {
  const { user } = running();
  server.use(
    http.post('*/api/v1/invitation-batches/b1/cancel', () =>
      HttpResponse.json(aBatch({ state: 'CANCELLED', processed: 4, created: 1, cancelled: 3 }), { status: 202 }),
    ),
  );
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('Stopped')).toBeInTheDocument();
  expect(screen.getByText('Stopped before: 3')).toBeInTheDocument();
  expect(document.body).not.toHaveFocus();
});

test('a batch that one stopped oneself is no news', async () => {
  const { tell } = running();
  await barOf('1 of 4 done');
  await tell('group:invitations_sent', { batch: aBatch({ state: 'CANCELLED', processed: 4 }) });
  expect(await screen.findByText('Stopped')).toBeInTheDocument();
  expect(screen.queryByText(/have been invited|has been invited/)).toBeNull();
});

test('one sees those with one outcome, and keeps the whole table', async () => {
  const { user } = running();
  const address = vi.fn<(table: Blob) => string>(() => 'blob:table');
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: address, revokeObjectURL: vi.fn() }));
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  expect(await screen.findByText('Bob')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Outcome/ }));
  await user.click(await screen.findByRole('option', { name: 'Does not want it' }));
  await waitFor(() => expect(screen.queryByText('Bob')).toBeNull());
  expect(await screen.findByText('Carol')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Download as CSV' }));
  await waitFor(() => expect(address).toHaveBeenCalledOnce());
  expect(address.mock.calls[0]?.[0].size).toBeGreaterThan(0);
});
