import { server } from '../test/server';
import { type Gateway, openGateway } from '../test/gateway';
import type { Poll } from './fallback';
import { Live } from './live';

const nothing = { items: [], cursor: 'top' };
const deleted = (eventId: string) => ({ eventId, factId: 'f', occurredAt: '', groupId: 'g', groupName: eventId, actorId: 'bob' });

let gateway: Gateway;
let live: Live | undefined;
let token: string;
const renew = vi.fn<() => Promise<never>>();
const poll = vi.fn<Poll>();

// These go to a server of their own.
beforeAll(() => server.close());
beforeEach(async () => {
  gateway = await openGateway();
  token = 'old';
  renew.mockReset().mockImplementation(() => {
    token = 'new';
    return Promise.resolve({ access_token: token } as never);
  });
  poll.mockReset().mockResolvedValue(nothing);
});
afterEach(async () => {
  live?.stop();
  await gateway.close();
});

function begin(url = gateway.url) {
  const made = new Live({ token: () => Promise.resolve(token), renew }, poll, url);
  live = made;
  const heard: string[] = [];
  const gaps = vi.fn();
  made.on('group:deleted', ({ groupName }) => heard.push(groupName));
  made.onGap(gaps);
  made.start();
  return { made, heard, gaps };
}

const becomes = (made: Live, status: string) => vi.waitFor(() => expect(made.status.get()).toBe(status), 8000);

test('what happens is news from the first connection on', async () => {
  const { made, heard, gaps } = begin();
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('a'));
  await vi.waitFor(() => expect(heard).toEqual(['a']));
  expect(gaps).toHaveBeenCalledOnce();
  expect(poll).not.toHaveBeenCalled();
});

test('what was missed is not heard, and fetched when the inbox has been said to its end', async () => {
  gateway.resumes('replay');
  const { made, heard, gaps } = begin();
  const joined = vi.fn();
  made.on('joined', joined);
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('a'));
  gateway.emit('joined', { ch: 'g:1' });
  gateway.emit('resumed', { ch: 'g:1' });
  gateway.emit('group:deleted', deleted('b'));
  await vi.waitFor(() => expect(joined).toHaveBeenCalledOnce());
  expect(gaps).not.toHaveBeenCalled();
  gateway.emit('resumed', { ch: 'u:alice' });
  gateway.emit('group:deleted', deleted('c'));
  await vi.waitFor(() => expect(heard).toEqual(['c']));
  expect(gaps).toHaveBeenCalledOnce();
});

test('a connection that is lost amid that and recovered goes on with it', async () => {
  gateway.resumes('replay');
  const { made, heard, gaps } = begin();
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('a'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  gateway.sockets[0]?.conn.close();
  await vi.waitFor(() => expect(gateway.sockets).toHaveLength(2), 8000);
  expect(gateway.sockets[1]?.recovered).toBe(true);
  gateway.emit('group:deleted', deleted('b'));
  gateway.emit('resumed', { ch: 'u:alice' });
  gateway.emit('group:deleted', deleted('c'));
  await vi.waitFor(() => expect(heard).toEqual(['c']));
  expect(gaps).toHaveBeenCalledOnce();
});

test('a connection that is lost and recovered has missed nothing, and what it is told late is news', async () => {
  const { made, heard, gaps } = begin();
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('a'));
  gateway.resumes('replay');
  gateway.sockets[0]?.conn.close();
  await vi.waitFor(() => expect(gateway.sockets).toHaveLength(2), 8000);
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('b'));
  await vi.waitFor(() => expect(heard).toEqual(['a', 'b']));
  expect(gaps).toHaveBeenCalledOnce();
});

test.each([101, 109])('a socket that is refused with %i gets a new token and comes back', async (code) => {
  gateway.guard((auth) => (auth.token === 'new' ? null : code));
  const { made } = begin();
  await becomes(made, 'live');
  expect(renew).toHaveBeenCalledOnce();
});

test('with too many sessions it says so, asks for no token and hears by polling', async () => {
  let crowded = true;
  gateway.guard(() => (crowded ? 4005 : null));
  const { made } = begin();
  await becomes(made, 'refused');
  await vi.waitFor(() => expect(poll).toHaveBeenCalled(), 3000);
  expect(made.status.get()).toBe('refused');
  expect(renew).not.toHaveBeenCalled();
  crowded = false;
  await becomes(made, 'live');
});

test('a connection that is ended for there being too many comes back later', async () => {
  const { made } = begin();
  await becomes(made, 'live');
  gateway.emit('bye', { code: 4005, reason: 'too many sessions' });
  gateway.sockets[0]?.disconnect();
  await becomes(made, 'refused');
  await becomes(made, 'live');
});

test('an event that was polled is not heard again from the socket', async () => {
  gateway.guard((auth) => (auth.token === 'old' ? 4100 : null));
  renew.mockRejectedValue(new Error('not now'));
  poll.mockResolvedValueOnce(nothing).mockResolvedValueOnce({ items: [{ n: 'group:deleted', p: deleted('a') }], cursor: 'next' });
  const { made, heard } = begin();
  await becomes(made, 'down');
  await vi.waitFor(() => expect(heard).toEqual(['a']), 8000);
  token = 'new';
  await becomes(made, 'live');
  gateway.emit('group:deleted', deleted('a'));
  gateway.emit('group:deleted', deleted('b'));
  await vi.waitFor(() => expect(heard).toEqual(['a', 'b']));
}, 20_000);

test('a token that is about to expire is replaced on the open connection', async () => {
  const { made } = begin();
  await becomes(made, 'live');
  gateway.emit('token.expiring', { in: 60 });
  await vi.waitFor(() => expect(gateway.received).toContainEqual(['refresh', { token: 'new' }]));
});

test('what the gateway does not remember is said again on each connection', async () => {
  const { made } = begin();
  made.onConnected(() => void made.emit('presence', { watch: ['bob'] }));
  await vi.waitFor(() => expect(gateway.received).toHaveLength(1), 3000);
  gateway.sockets[0]?.conn.close();
  await vi.waitFor(() => expect(gateway.received).toEqual(Array(2).fill(['presence', { watch: ['bob'] }])), 8000);
});

test('without a network the connection is given up at once, and comes back with it', async () => {
  const { made } = begin();
  await becomes(made, 'live');
  dispatchEvent(new Event('offline'));
  await vi.waitFor(() => expect(gateway.sockets[0]?.connected).toBe(false), 2000);
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(gateway.sockets.at(-1)?.connected).toBe(true), 4000);
  await becomes(made, 'live');
});

test('once it is stopped it does not come back', async () => {
  gateway.guard(() => 101);
  let goOn: (() => void) | undefined;
  renew.mockImplementation(() => new Promise((resolve) => (goOn = () => resolve({ access_token: 'new' } as never))));
  const { made } = begin();
  await vi.waitFor(() => expect(goOn).toBeDefined(), 3000);
  made.stop();
  const connect = vi.spyOn(gateway.io.engine, 'handleRequest');
  goOn?.();
  await new Promise((resolve) => setTimeout(resolve, 1300));
  expect(connect).not.toHaveBeenCalled();
  expect(poll).not.toHaveBeenCalled();
});
