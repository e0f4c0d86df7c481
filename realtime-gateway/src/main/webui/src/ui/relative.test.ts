import { relative } from './relative';

test.each([
  [-3, '3 seconds ago'],
  [-119, '1 minute ago'],
  [13.99 * 86_400, 'in 14 days'],
  [1.2 * 3600, 'in 1 hour'],
])('%f seconds from now is %s', (seconds, said) => {
  expect(relative('en', seconds)).toBe(said);
});
