import { QueryClientProvider } from '@tanstack/react-query';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-aria-components';
import { MemoryRouter, Route, Routes, useHref, useLocation, useNavigate } from 'react-router';
import { connect } from '../api/api';
import { queryClient } from '../api/queries';
import { ConvokeContext, type Convoke } from '../app/convoke';
import { hearAll } from '../app/assemble';
import type { EventName, Events } from '../live/events';
import { Live } from '../live/live';
import { Directory } from '../people/directory';
import { Watch } from '../presence/watch';
import { Toasts } from '../ui/Toasts';

interface Options {
  /** The address that the page is at. */
  route?: string;
  /** The pattern of that address, where the page reads its parameters. */
  path?: string;
  userId?: string;
}

/** Renders a page as somebody sees it, everything as in production but the services (`server`) and the socket (`tell`). */
export function renderPage(ui: ReactNode, { route = '/', path = '*', userId = 'alice' }: Options = {}) {
  const { convoke, queries, tell, signOut } = convokeOf(userId);
  const at = { path: route };
  const user = userEvent.setup();
  const shown = render(
    <QueryClientProvider client={queries}>
      <ConvokeContext value={convoke}>
        <MemoryRouter initialEntries={[route]}>
          <Surroundings onMove={(now) => (at.path = now)}>
            <Routes>
              <Route path={path} element={ui} />
              <Route path="*" element={null} />
            </Routes>
            <Toasts />
          </Surroundings>
        </MemoryRouter>
      </ConvokeContext>
    </QueryClientProvider>,
  );
  return { ...shown, user, convoke, queries, tell, signOut, path: () => at.path };
}

/** What a page stands on, with a socket that is never opened. */
export function convokeOf(userId = 'alice') {
  const signOut = vi.fn(() => Promise.resolve());
  const session = { userId, signOut, token: () => Promise.resolve('a-token'), renew: () => Promise.reject(new Error('no renewal')) };
  const api = connect({ groups: '', invitations: '' }, session);
  const queries = queryClient();
  queries.setDefaultOptions({ ...queries.getDefaultOptions(), queries: { staleTime: 30_000, retry: false } });
  const live = new Live(session, () => Promise.reject(new Error('no polling')));
  const convoke: Convoke = { session, api, live, directory: new Directory(api.groups), watch: new Watch(api.gateway, live) };
  hearAll(convoke, queries);
  return { convoke, queries, tell: teller(live), signOut };
}

let told = 0;
const { setTimeout: later } = globalThis;
/** The cache tells its observers in a timer; this one runs even where a test's clock stands still. */
const settled = () => new Promise<void>((done) => later(done));

/** Says an event as the socket would; `eventId`, `factId` and `occurredAt` are made up where they are not given. */
function teller(live: Live) {
  return async <Name extends EventName>(name: Name, payload: Said<Name>) => {
    const bare = { eventId: `event-${++told}`, factId: `fact-${told}`, occurredAt: new Date().toISOString() };
    await act(async () => {
      live.hearing.hear(name, { ...bare, ...payload });
      await settled();
    });
  };
}

type Bare = 'eventId' | 'factId' | 'occurredAt';
/** Distributes over unions, which `Omit` alone does not. */
type Without<Payload> = Payload extends unknown ? Omit<Payload, Bare> & Partial<Pick<Payload, Bare & keyof Payload>> : never;
type Said<Name extends EventName> = Without<Events[Name]>;

function Surroundings({ children, onMove }: { children: ReactNode; onMove: (path: string) => void }) {
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  onMove(pathname + search);
  return (
    <RouterProvider navigate={(to) => void navigate(to)} useHref={useHref}>
      {children}
    </RouterProvider>
  );
}
