import { render } from '@testing-library/react';
import { Avatar } from './Avatar';

test.each([
  ['Alice Anna Archer', 'AA'],
  ['bob', 'B'],
  ['(Chess) <Open>', 'CO'],
  ['Über-Zug', 'ÜZ'],
  ['!?', ''],
])('%s has the letters %s', (name, letters) => {
  expect(render(<Avatar name={name} />).container).toHaveTextContent(letters);
});
