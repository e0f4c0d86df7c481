import { Hearing } from './hearing';
import { Seen } from './seen';

const event = { eventId: 'e', groupName: 'Chess' };

test('an event is heard once by each who listens', () => {
  const hearing = new Hearing();
  const [one, other] = [vi.fn(), vi.fn()];
  hearing.on('group:deleted', one);
  hearing.on('group:deleted', other);
  hearing.hear('group:deleted', event);
  hearing.hear('group:deleted', event);
  expect(one).toHaveBeenCalledExactlyOnceWith(event);
  expect(other).toHaveBeenCalledOnce();
});

test('one that fails does not keep the others from hearing', () => {
  const reported = vi.fn();
  vi.stubGlobal('reportError', reported);
  const hearing = new Hearing();
  const failure = new Error('broken');
  const heard = vi.fn();
  hearing.on('group:deleted', () => {
    throw failure;
  });
  hearing.on('group:deleted', heard);
  hearing.hear('group:deleted', event);
  expect(heard).toHaveBeenCalledOnce();
  expect(reported).toHaveBeenCalledExactlyOnceWith(failure);
  vi.unstubAllGlobals();
});

test('who listens no more hears no more', () => {
  const hearing = new Hearing();
  const heard = vi.fn();
  hearing.on('group:deleted', heard)();
  hearing.hear('group:deleted', event);
  expect(heard).not.toHaveBeenCalled();
});

test('only the newest ids are remembered', () => {
  const seen = new Seen(2);
  expect(['a', 'b', 'a', 'c', 'b', 'a'].map((id) => seen.add(id))).toEqual([true, true, false, true, false, true]);
});
