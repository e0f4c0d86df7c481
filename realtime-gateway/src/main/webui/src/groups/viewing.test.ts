import { convokeOf } from '../test/render';
import { Viewing } from './viewing';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Looks at the group g1 as Alice, connected; `said` is what went to the gateway, with the seconds since the start. */
function looking() {
  const { convoke, tell } = convokeOf('alice');
  const start = Date.now();
  const said: [number, string][] = [];
  vi.spyOn(convoke.live, 'onConnected').mockImplementation((listener) => {
    listener();
    return () => true;
  });
  vi.spyOn(convoke.live, 'emit').mockImplementation((_name, what) => {
    said.push([(Date.now() - start) / 1000, (what as { kind: string }).kind]);
    return Promise.resolve({ ok: true });
  });
  const viewing = new Viewing(convoke.live, 'g1', 'alice');
  viewing.start();
  const hears = (userId: string, kind: 'VIEWING' | 'TYPING' | 'IDLE' = 'VIEWING', groupId = 'g1') =>
    tell('group:live_activity', { groupId, userId, actorId: userId, kind });
  return { viewing, said, hears, tell };
}

const hide = (hidden: boolean) => {
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue(hidden ? 'hidden' : 'visible');
  document.dispatchEvent(new Event('visibilitychange'));
};

test('one says that one looks at once and every 15 seconds, and at the end that one does no more', () => {
  const { viewing, said } = looking();
  vi.advanceTimersByTime(31_000);
  viewing.stop();
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([
    [0, 'VIEWING'],
    [15, 'VIEWING'],
    [30, 'VIEWING'],
    [31, 'IDLE'],
  ]);
});

test('one does not look at a page that is hidden', () => {
  const { said } = looking();
  vi.advanceTimersByTime(5000);
  hide(true);
  vi.advanceTimersByTime(60_000);
  hide(false);
  expect(said).toEqual([
    [0, 'VIEWING'],
    [5, 'IDLE'],
    [65, 'VIEWING'],
  ]);
});

test.each([
  ['soon after the last sign', 1, [[0, 'VIEWING'], [2, 'IDLE'], [4, 'VIEWING']]],
  ['later', 5, [[0, 'VIEWING'], [5, 'IDLE'], [7, 'VIEWING']]],
])('who hides the page %s and is back within a second or two is seen again as soon as the gateway takes it', (_when, hidden, expected) => {
  const { said } = looking();
  vi.advanceTimersByTime(hidden * 1000);
  hide(true);
  vi.advanceTimersByTime(1500);
  hide(false);
  vi.advanceTimersByTime(3000);
  expect(said).toEqual(expected);
});

test('nobody looks at a page that nobody has touched for five minutes, until somebody does', () => {
  const { said } = looking();
  vi.advanceTimersByTime(100_000);
  document.dispatchEvent(new Event('pointermove'));
  vi.advanceTimersByTime(299_000);
  expect(said.at(-1)).toEqual([390, 'VIEWING']);
  vi.advanceTimersByTime(600_000);
  expect(said.at(-1)).toEqual([390, 'VIEWING']);
  document.dispatchEvent(new Event('keydown'));
  expect(said.at(-1)).toEqual([999, 'VIEWING']);
});

test('others who come are not answered from a page at which nobody is', async () => {
  const { said, hears } = looking();
  vi.advanceTimersByTime(1_000_000);
  const before = said.length;
  await hears('bob');
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(before);
});

test('others are known until 30 seconds after their last sign, or until they go', async () => {
  const { viewing, hears } = looking();
  await hears('bob');
  await hears('carol', 'TYPING');
  await hears('dave', 'VIEWING', 'another');
  await hears('alice');
  expect(viewing.viewers.get()).toEqual(['bob', 'carol']);
  vi.advanceTimersByTime(20_000);
  await hears('bob');
  await hears('carol', 'IDLE');
  expect(viewing.viewers.get()).toEqual(['bob']);
  vi.advanceTimersByTime(29_999);
  expect(viewing.viewers.get()).toEqual(['bob']);
  vi.advanceTimersByTime(1);
  expect(viewing.viewers.get()).toEqual([]);
});

test('newcomers are answered, together, and never within two seconds of the last sign', async () => {
  const { said, hears } = looking();
  await hears('bob');
  await hears('carol');
  vi.advanceTimersByTime(10_000);
  expect(said).toHaveLength(2);
  expect(said[1]?.[0]).toBeGreaterThanOrEqual(2);
  expect(said[1]?.[0]).toBeLessThanOrEqual(3);
  await hears('bob');
  vi.advanceTimersByTime(4000);
  expect(said).toHaveLength(2);
});

test.each(['group:member_left', 'member:removed'] as const)('who is no member any more does not look (%s)', async (name) => {
  const { viewing, hears, tell } = looking();
  await hears('bob');
  expect(viewing.viewers.get()).toEqual(['bob']);
  await tell(name, { groupId: 'g1', groupName: 'Chess', actorId: 'alice', userId: 'bob', memberCount: 1 });
  expect(viewing.viewers.get()).toEqual([]);
});
