import { screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { Link, LinkPreview } from '../api/types';
import { page } from '../test/groups';
import { renderPage } from '../test/render';
import { refusal, server } from '../test/server';
import LinkPage from './LinkPage';
import { LinksPanel } from './LinksPanel';
import { stateOf } from './state';

const FUTURE = '2999-01-01T00:00:00Z';
const PAST = '2020-01-01T00:00:00Z';

function aLink(with_: Partial<Link> = {}): Link {
  return { id: 'l1', groupId: 'g1', maxUses: null, uses: 0, expiresAt: FUTURE, revoked: false, createdBy: 'bob', createdAt: PAST, ...with_ };
}

test.each([
  [{}, 'live'],
  [{ maxUses: 2, uses: 1 }, 'live'],
  [{ maxUses: 2, uses: 2 }, 'exhausted'],
  [{ expiresAt: PAST }, 'expired'],
  [{ expiresAt: PAST, revoked: true }, 'revoked'],
] as const)('a link with %o is %s', (with_, state) => {
  expect(stateOf(aLink(with_))).toBe(state);
});

describe('the links of a group', () => {
  const shown = (links: Link[] = []) => {
    server.use(http.get('*/api/v1/invitation-links', () => page(links)));
    return renderPage(<LinksPanel groupId="g1" />);
  };

  test('the address of a new one is shown this once', async () => {
    const sent = vi.fn();
    server.use(
      http.post('*/api/v1/invitation-links', async ({ request }) => {
        sent(await request.json());
        return HttpResponse.json(aLink({ code: 'secret' }), { status: 201 });
      }),
    );
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'New link' }));
    await user.type(await screen.findByRole('textbox', { name: 'Maximum number of uses' }), '25');
    await user.click(screen.getByRole('button', { name: 'Create link' }));
    expect(await screen.findByRole('textbox', { name: 'Link' })).toHaveValue(`${location.origin}/join/secret`);
    expect(sent).toHaveBeenCalledExactlyOnceWith({ groupId: 'g1', maxUses: 25, expiresInDays: 7 });
    await user.click(screen.getByRole('button', { name: 'Done' }));
    await waitFor(() => expect(screen.queryByDisplayValue(/secret/)).not.toBeInTheDocument());
  });

  test('whoever joins may have used one', async () => {
    const { tell } = shown([aLink({ maxUses: 1 })]);
    expect(await screen.findByText('0 of 1 uses')).toBeInTheDocument();
    server.use(http.get('*/api/v1/invitation-links', () => page([aLink({ maxUses: 1, uses: 1 })])));
    await tell('group:member_joined', { groupId: 'g1', groupName: 'Chess', actorId: 'carol', userId: 'carol', role: 'MEMBER', memberCount: 3 });
    expect(await screen.findByText('Used up')).toBeInTheDocument();
  });

  test('a refused one says why, and what was typed is still there', async () => {
    server.use(http.post('*/api/v1/invitation-links', () => refusal(409, 'too-many-links', 'The group has ten links.')));
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'New link' }));
    await user.type(await screen.findByRole('textbox', { name: 'Maximum number of uses' }), '25');
    await user.click(screen.getByRole('button', { name: 'Create link' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The group has ten links.');
    expect(screen.getByRole('textbox', { name: 'Maximum number of uses' })).toHaveValue('25');
  });

  test.each(['0', '100001', 'x'])('%s uses are not asked for', async (uses) => {
    const { user } = shown();
    await user.click(await screen.findByRole('button', { name: 'New link' }));
    await user.type(await screen.findByRole('textbox', { name: 'Maximum number of uses' }), uses);
    await user.click(screen.getByRole('button', { name: 'Create link' }));
    expect(await screen.findByText('A number between 1 and 100 000, or nothing.')).toBeInTheDocument();
  });

  test('a live one is revoked once that is confirmed; one that is over is left alone', async () => {
    const revoked = vi.fn();
    server.use(
      http.delete('*/api/v1/invitation-links/:id', ({ params }) => {
        revoked(params.id);
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user } = shown([aLink(), aLink({ id: 'l2', expiresAt: PAST })]);
    await user.click(await screen.findByRole('button', { name: /^Revoke the link/ }));
    expect(revoked).not.toHaveBeenCalled();
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Revoke' }));
    await waitFor(() => expect(revoked).toHaveBeenCalledExactlyOnceWith('l1'));
  });
});

describe('the page of a link', () => {
  const preview: LinkPreview = {
    group: { id: 'g1', name: 'Chess', visibility: 'PRIVATE', memberCount: 4 },
    createdBy: { id: 'bob', name: 'Bob Baker' },
    expiresAt: FUTURE,
    member: false,
  };
  const shown = (answer: () => Response) => {
    server.use(http.get('*/api/v1/invitation-links/:code', answer));
    return renderPage(<LinkPage />, { route: '/join/secret', path: '/join/:code' });
  };
  const leadsTo = (with_: Partial<LinkPreview> = {}) => () => HttpResponse.json({ ...preview, ...with_ });

  test('it says where the link leads, and goes there', async () => {
    server.use(
      http.post('*/api/v1/invitation-links/secret/redeem', () => HttpResponse.json({ groupId: 'g1', role: 'MEMBER' }, { status: 201 })),
    );
    const { user, path } = shown(leadsTo());
    expect(await screen.findByText('Private · 4 members')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Join Chess' }));
    await waitFor(() => expect(path()).toBe('/groups/g1'));
  });

  test('where the group wants to be asked, it has been', async () => {
    server.use(
      http.post('*/api/v1/invitation-links/secret/redeem', () => HttpResponse.json({ joinRequest: { id: 'r1' } }, { status: 202 })),
    );
    const { user } = shown(leadsTo());
    await user.click(await screen.findByRole('button', { name: 'Join Chess' }));
    expect(await screen.findByText(/Your request was sent/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Join Chess' })).not.toBeInTheDocument();
  });

  test('who is a member already just goes on', async () => {
    shown(leadsTo({ member: true }));
    expect(await screen.findByRole('link', { name: 'Go to Chess' })).toHaveAttribute('href', '/groups/g1');
  });

  test('a refusal is said in its own words', async () => {
    server.use(http.post('*/api/v1/invitation-links/secret/redeem', () => refusal(403, 'banned', 'You are banned from this group.')));
    const { user } = shown(leadsTo());
    await user.click(await screen.findByRole('button', { name: 'Join Chess' }));
    expect(await screen.findByText('You are banned from this group.')).toBeInTheDocument();
  });

  test.each([
    ['expired', 'This link has expired. Ask for a new one.'],
    ['exhausted', 'This link was used as often as it may be. Ask for a new one.'],
    ['revoked', 'This link has been revoked. Ask for a new one.'],
  ])('one that is %s leads nowhere any more', async (code, text) => {
    shown(() => refusal(410, code, 'Over.'));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  test('one that is unknown is not found', async () => {
    shown(() => refusal(404, 'not-found', 'No.'));
    expect(await screen.findByText('There is nothing here')).toBeInTheDocument();
  });
});
