import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Welcome } from './Welcome';

test('where the provider cannot be reached it says so, and one can try again', async () => {
  const user = userEvent.setup();
  const signIn = vi.fn(() => Promise.resolve()).mockRejectedValueOnce(new TypeError('Failed to fetch'));
  render(<Welcome onSignIn={signIn} />);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/cannot be reached/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.queryByText(/cannot be reached/)).toBeNull();
});
