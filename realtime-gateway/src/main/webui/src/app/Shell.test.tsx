import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { http, HttpResponse } from 'msw';
import { lazy, useState } from 'react';
import { Link, MemoryRouter, Route, Routes } from 'react-router';
import { convokeOf } from '../test/render';
import { server } from '../test/server';
import { ConvokeContext } from './convoke';
import { Shell } from './Shell';
import { Title } from './Title';

const scroll = vi.fn();

beforeEach(() => {
  vi.stubGlobal('scrollTo', scroll.mockReset());
  server.use(
    http.get('*/api/v1/notifications/summary', () => HttpResponse.json({ unseen: 2, unread: 3 })),
    http.get('*/api/v1/invitations', () => HttpResponse.json({ items: [], next: null })),
  );
});
afterEach(() => vi.unstubAllGlobals());

function Groups() {
  const [name, setName] = useState('My groups');
  return (
    <>
      <Title>{name}</Title>
      <Link to="/groups/1">Chess</Link>
      <button onClick={() => setName('Other')}>rename</button>
    </>
  );
}

function Group() {
  return (
    <>
      <Title>Chess</Title>
      <Link to="/groups/1/activity">Activity</Link>
    </>
  );
}

function Invitations(): never {
  throw new Error('a fault of the page');
}

const Settings = lazy(() => {
  const lost = new Error('404');
  dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload: lost }));
  return Promise.reject(lost);
});

const Discover = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { default: () => <Title>Discover groups</Title> };
});

async function show() {
  const { convoke, queries } = convokeOf();
  render(
    <QueryClientProvider client={queries}>
      <ConvokeContext value={convoke}>
        <MemoryRouter initialEntries={['/groups']}>
          <Routes>
            <Route element={<Shell />}>
              <Route path="groups" element={<Groups />} />
              <Route path="groups/:id/*" element={<Group />} />
              <Route path="discover" element={<Discover />} />
              <Route path="invitations" element={<Invitations />} />
              <Route path="settings" element={<Settings />} />
            </Route>
          </Routes>
        </MemoryRouter>
      </ConvokeContext>
    </QueryClientProvider>,
  );
  await screen.findByText('2 new');
  return { convoke, user: userEvent.setup() };
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

test('on arrival at another page its heading has the focus, and the tab its name', async () => {
  const { user } = await show();
  expect(document.body).toHaveFocus();
  await user.click(screen.getByRole('link', { name: 'Chess' }));
  expect(await heading('Chess')).toHaveFocus();
  expect(document.title).toBe('Chess · Convoke');
  expect(scroll).toHaveBeenCalledExactlyOnceWith(0, 0);
});

test('the heading of a page that has to be loaded gets it when it is there', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('link', { name: 'Discover' }));
  const shown = await heading('Discover groups');
  await vi.waitFor(() => expect(shown).toHaveFocus());
});

test('within a page the focus stays where it is', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('link', { name: 'Chess' }));
  const tab = screen.getByRole('link', { name: 'Activity' });
  await user.click(tab);
  expect(tab).toHaveFocus();
});

test('a heading that changes does not take the focus from whoever is elsewhere', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'rename' }));
  expect(await heading('Other')).not.toHaveFocus();
  expect(screen.getByRole('button', { name: 'rename' })).toHaveFocus();
});

test('the first stop of a keyboard leads past the header', async () => {
  const { user } = await show();
  await user.tab();
  expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveFocus();
  expect(screen.getByRole('link', { name: 'Skip to the content' })).toHaveAttribute('href', `#${screen.getByRole('main').id}`);
});

test('the places of the header have names that tell what waits there', async () => {
  await show();
  expect(screen.getByRole('link', { name: /Notifications.*2 new/ })).toBeInTheDocument();
});

test('a page that breaks says so, and the others do not', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { user } = await show();
  await user.click(screen.getByRole('link', { name: /^Invitations/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong');
  await user.click(screen.getByRole('link', { name: 'My groups' }));
  expect(await heading('My groups')).toBeInTheDocument();
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a page that could not be loaded is tried again with a reload', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const reload = vi.fn();
  const { href, origin } = location;
  vi.stubGlobal('location', { href, origin, reload });
  const { user } = await show();
  await user.click(screen.getByRole('link', { name: 'Settings' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('cannot be reached');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('that there is no live connection is said', async () => {
  const { convoke } = await show();
  act(() => convoke.live.status.set('down'));
  expect(screen.getByText(/No live connection/)).toBeInTheDocument();
  act(() => convoke.live.status.set('refused'));
  expect(screen.getByText(/open too many times/)).toBeInTheDocument();
});
