import { act, screen } from '@testing-library/react';
import { Problem } from '../api/problem';
import { choose } from '../i18n/i18n';
import { renderPage } from '../test/render';
import { toast, toastFailure } from './toasts';

const say = (...texts: string[]) => act(() => texts.forEach((text) => toast({ text, to: `/${text}` })));

test('a message is told to screen readers, in a landmark', async () => {
  renderPage(<p />);
  say('one');
  expect(screen.getByRole('region', { name: /Messages/ })).toBeInTheDocument();
  expect(await screen.findByRole('alert')).toHaveTextContent('one');
});

test('of many that come at once the later ones are counted in one message', () => {
  renderPage(<p />);
  say('1', '2', '3', '4');
  expect(screen.getByText('1 more message')).toBeInTheDocument();
  say('5', '6');
  expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(
    expect.arrayContaining(['1', '2', '3', '3 more messages']),
  );
  expect(screen.getAllByRole('link')).toHaveLength(4);
});

test('a refusal is never among those that are only counted', () => {
  renderPage(<p />);
  say('1', '2', '3', '4');
  act(() => toastFailure(new Problem(409, 'group-full', 'The group is full.')));
  expect(screen.getByText('The group is full.')).toBeInTheDocument();
});

test.each([
  ['en', 'rate-limited', 2, 'That was too much in a short time. Try again in 2 seconds.'],
  ['en', 'inviter-quota', 5400, 'You ask too often. Try again in 2 hours.'],
  ['de', 'rate-limited', 61, 'Das war zu viel in kurzer Zeit. Versuche es in 2 Minuten noch einmal.'],
] as const)('that it may be tried again later is said to a person: in %s for %s in %i s', async (language, code, seconds, text) => {
  await choose(language);
  renderPage(<p />);
  act(() => toastFailure(new Problem(429, code, 'You ask too often.', [], seconds * 1000)));
  expect(screen.getByText(text)).toBeInTheDocument();
  await act(() => choose('en'));
});

test('a message goes when one follows it, or closes it', async () => {
  const { user, path } = renderPage(<p />);
  say('one', 'two');
  await user.click(screen.getByRole('link', { name: 'one' }));
  expect(path()).toBe('/one');
  expect(screen.queryByText('one')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('two')).toBeNull();
});
