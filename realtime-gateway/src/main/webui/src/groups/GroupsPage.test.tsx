import { screen } from '@testing-library/react';
import { http } from 'msw';
import { page } from '../test/groups';
import { renderPage } from '../test/render';
import { server } from '../test/server';
import { GroupsPage } from './GroupsPage';

test('who is in no group yet is shown the way to those of others', async () => {
  server.use(http.get('*/api/v1/groups', () => page([])));
  const { user, path } = renderPage(<GroupsPage />, { route: '/groups' });
  expect(await screen.findByText('You are in no group yet')).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Discover' }));
  expect(path()).toBe('/discover');
});
