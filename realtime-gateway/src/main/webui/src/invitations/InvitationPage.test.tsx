import { screen } from '@testing-library/react';
import { http } from 'msw';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import InvitationPage from './InvitationPage';

test.each([
  [404, 'not-found'],
  [400, 'invalid'],
])('an address of no invitation, refused with %i, is of nothing', async (status, code) => {
  server.use(http.get('*/api/v1/invitations/:id', () => refusal(status, code, 'No.')));
  renderPage(<InvitationPage />, { route: '/invitations/nonsense', path: '/invitations/:invitationId' });
  expect(await screen.findByRole('heading', { name: 'There is nothing here' })).toBeInTheDocument();
});
