import { screen } from '@testing-library/react';
import { useEvent } from '../live/hooks';
import { Name } from '../people/Name';
import { useState } from 'react';
import { renderPage } from './render';
import { takeConsole } from './console';

function Heard() {
  const [heard, setHeard] = useState<string[]>([]);
  useEvent('group:deleted', ({ groupName }) => setHeard([...heard, groupName]));
  return <p>{heard.join(', ')}</p>;
}

test('a page hears what is told', async () => {
  const { tell } = renderPage(<Heard />);
  await tell('group:deleted', { groupId: 'g', groupName: 'Chess', actorId: 'bob' });
  await tell('group:deleted', { groupId: 'h', groupName: 'Go', actorId: 'bob' });
  expect(screen.getByText('Chess, Go')).toBeInTheDocument();
});

test('a page finds people at the services', async () => {
  renderPage(<Name id="bob" />);
  expect(await screen.findByText('Bob')).toBeInTheDocument();
});

test('what goes to the console does not go unnoticed', () => {
  const { error } = console;
  error('something is wrong');
  expect(takeConsole()).toEqual([['something is wrong']]);
});
