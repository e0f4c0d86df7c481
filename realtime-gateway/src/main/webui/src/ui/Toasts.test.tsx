import { act, screen } from '@testing-library/react';
import { renderPage } from '../test/render';
import { toast, toastFailure } from './toasts';
import { Problem } from '../api/problem';

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

test('a message goes when one follows it, or closes it', async () => {
  const { user, path } = renderPage(<p />);
  say('one', 'two');
  await user.click(screen.getByRole('link', { name: 'one' }));
  expect(path()).toBe('/one');
  expect(screen.queryByText('one')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('two')).toBeNull();
});
