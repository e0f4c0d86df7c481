import { screen, waitFor } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { useState } from 'react';
import type { Person } from '../api/types';
import { renderPage } from '../test/render';
import { person, refusal, server } from '../test/server';
import { PeoplePicker } from './PeoplePicker';

let asked: string[];

beforeEach(() => {
  asked = [];
  server.use(
    http.get('*/api/v1/people', ({ request }) => {
      const query = new URL(request.url).searchParams.get('query') ?? '';
      asked.push(query);
      return HttpResponse.json({ items: ['alice', 'anna', 'bob'].filter((id) => id.startsWith(query)).map(person), next: null });
    }),
  );
});

function Picking() {
  const [chosen, setChosen] = useState<Person[]>([]);
  return (
    <>
      <PeoplePicker label="Find people" chosen={chosen} onChange={setChosen} />
      <output>{chosen.map(({ id }) => id).join()}</output>
    </>
  );
}

const field = () => screen.getByRole('combobox', { name: 'Find people' });

test('gathers several people, and lets them go', async () => {
  const { user } = renderPage(<Picking />);
  await user.click(field());
  await user.paste('bo');
  await user.click(await screen.findByRole('option', { name: /Bob/ }));
  expect(field()).toHaveValue('');
  await user.paste('ann');
  await user.click(await screen.findByRole('option', { name: /Anna/ }));
  expect(screen.getByRole('status', { hidden: true })).toHaveTextContent('bob,anna');
  await user.click(await screen.findByRole('button', { name: 'Remove Bob' }));
  expect(screen.getByRole('status', { hidden: true })).toHaveTextContent(/^anna$/);
});

test('is used with the keyboard alone', async () => {
  const { user } = renderPage(<Picking />);
  await user.type(field(), 'bob');
  await screen.findByRole('option', { name: /Bob/ });
  await user.keyboard('{ArrowDown}{Enter}');
  expect(screen.getByRole('status', { hidden: true })).toHaveTextContent('bob');
});

test('does not ask at every key, and does not find oneself', async () => {
  const { user } = renderPage(<Picking />);
  await user.type(field(), 'a');
  expect(await screen.findByRole('option', { name: /Anna/ })).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: /Alice/ })).toBeNull();
  await user.type(field(), 'nn');
  await waitFor(() => expect(asked.at(-1)).toBe('ann'));
  expect(asked).toEqual(['a', 'ann']);
});

test('says when nobody was found, and when that is not known', async () => {
  const { user } = renderPage(<Picking />);
  await user.type(field(), 'zzz');
  expect(await screen.findByText('Nobody was found')).toBeInTheDocument();
  server.use(http.get('*/api/v1/people', () => refusal(500, 'internal', 'Something broke.')));
  await user.type(field(), 'x');
  expect(await screen.findByText('The search did not work. Try again.')).toBeInTheDocument();
});
