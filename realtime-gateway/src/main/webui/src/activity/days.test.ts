import { dayName, days } from './days';

const at = (day: number, hour: number) => ({ occurredAt: new Date(2030, 0, day, hour).toISOString() });

test('entries of one day are together, in their order', () => {
  const found = days([at(2, 23), at(2, 1), at(1, 23)]);
  expect(found.map(({ start, entries }) => [start.getDate(), entries.length])).toEqual([
    [2, 2],
    [1, 1],
  ]);
});

test('the last two days have names', () => {
  const now = new Date(2030, 0, 3, 9);
  expect(dayName(new Date(2030, 0, 3), 'en', now)).toBe('Today');
  expect(dayName(new Date(2030, 0, 2), 'de', now)).toBe('Gestern');
  expect(dayName(new Date(2030, 0, 1), 'en', now)).toBe('Tuesday, January 1, 2030');
});
