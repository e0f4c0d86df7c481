import { Problem } from '../api/problem';
import { Fallback, type Poll } from './fallback';

const poll = vi.fn<Poll>();
const heard = vi.fn();
const gap = vi.fn();
let fallback: Fallback;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  poll.mockReset().mockResolvedValue({ items: [], cursor: 'c1' });
  heard.mockReset();
  gap.mockReset();
  fallback = new Fallback(poll, { heard, gap });
});
afterEach(() => {
  fallback.stop();
  vi.useRealTimers();
});

const after = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const all = () => poll.mock.calls.map(([{ ch, cursor }]) => `${ch ?? 'inbox'} ${cursor ?? 'top'}`);
const asked = () => all().filter((each) => !each.startsWith('public'));

test('begins at the end of the inbox, for the state is fetched now, and goes on behind it', async () => {
  fallback.start();
  await after(0);
  expect(gap).toHaveBeenCalledOnce();
  poll.mockImplementation(({ ch }) => Promise.resolve({ items: ch ? [] : [{ n: 'group:created', p: { eventId: 'e' } }], cursor: 'c2' }));
  await after(3000);
  expect(heard).toHaveBeenCalledExactlyOnceWith('group:created', { eventId: 'e' });
  await after(3000);
  expect(asked()).toEqual(['inbox top', 'inbox c1', 'inbox c2']);
  expect(gap).toHaveBeenCalledOnce();
});

test('hears of new public groups too, from now on: what was announced before is no gap', async () => {
  fallback.start();
  await after(0);
  poll.mockImplementation(({ ch }) => Promise.resolve({ items: ch === 'public' ? [{ n: 'notification:group_created', p: {} }] : [], cursor: 'c2' }));
  await after(3000);
  expect(all()).toEqual(['inbox top', 'public top', 'inbox c1', 'public c1']);
  expect(heard).toHaveBeenCalledExactlyOnceWith('notification:group_created', {});
  expect(gap).toHaveBeenCalledOnce();
});

test('hears the group on the screen too, each time from where it came there', async () => {
  fallback.look('g1');
  fallback.start();
  await after(3000);
  fallback.look(null);
  await after(3000);
  fallback.look('g1');
  await after(3000);
  expect(asked()).toEqual(['inbox top', 'g:g1 top', 'inbox c1', 'g:g1 c1', 'inbox c1', 'inbox c1', 'g:g1 top']);
});

test('a position that is too old is a gap', async () => {
  fallback.start();
  await after(0);
  poll.mockRejectedValueOnce(new Problem(410, 'cursor-expired', ''));
  await after(6000);
  expect(asked()).toEqual(['inbox top', 'inbox c1', 'inbox top']);
  expect(gap).toHaveBeenCalledTimes(2);
});

test('asks less often while that fails, and goes on where it was', async () => {
  fallback.start();
  await after(0);
  poll.mockRejectedValue(new Error('no network'));
  await after(3000);
  expect(asked()).toHaveLength(2);
  await after(5999);
  expect(asked()).toHaveLength(2);
  await after(1);
  expect(asked()).toHaveLength(3);
  poll.mockReset().mockResolvedValue({ items: [], cursor: 'c2' });
  await after(12_000);
  await after(3000);
  expect(asked()).toEqual(['inbox c1', 'inbox c2']);
});

test('stopped and started during a question it is one, not two', async () => {
  let answer: ((page: Awaited<ReturnType<Poll>>) => void) | undefined;
  poll.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  fallback.start();
  fallback.stop();
  fallback.start();
  await after(0);
  answer?.({ items: [{ n: 'group:created', p: {} }], cursor: 'old' });
  await after(3000);
  expect(asked()).toEqual(['inbox top', 'inbox top', 'inbox c1']);
  expect(heard).not.toHaveBeenCalled();
});

test('stopped it asks no more', async () => {
  fallback.start();
  await after(0);
  fallback.stop();
  await after(60_000);
  expect(all()).toEqual(['inbox top', 'public top']);
});
