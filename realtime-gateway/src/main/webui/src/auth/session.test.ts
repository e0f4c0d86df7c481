import { http, HttpResponse } from 'msw';
import { OidcClient, WebStorageStateStore } from 'oidc-client-ts';
import { server } from '../test/server';
import { Session } from './session';

const authority = 'http://provider.test';
const config = { authority, clientId: 'web', scope: 'openid', groups: '', invitations: '' };

let renewals: number;
let refusal: { status: number; error?: string } | null;

beforeEach(() => {
  renewals = 0;
  refusal = null;
  sessionStorage.clear();
  localStorage.clear();
  server.use(
    http.get(`${authority}/.well-known/openid-configuration`, () =>
      HttpResponse.json({ issuer: authority, authorization_endpoint: `${authority}/auth`, token_endpoint: `${authority}/token` }),
    ),
    http.post(`${authority}/token`, async ({ request }) => {
      const form = new URLSearchParams(await request.text());
      if (form.get('grant_type') === 'authorization_code') {
        return HttpResponse.json(tokens('first'));
      }
      renewals++;
      return refusal
        ? HttpResponse.json(refusal.error === undefined ? {} : { error: refusal.error }, { status: refusal.status })
        : HttpResponse.json(tokens(`renewed-${renewals}`));
    }),
  );
});

let lifetime = 300;
afterEach(() => {
  lifetime = 300;
});

function tokens(access_token: string) {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: authority, sub: 'alice-id', aud: 'web', iat: now, exp: now + 300 };
  return {
    access_token,
    refresh_token: 'refresh',
    token_type: 'Bearer',
    expires_in: lifetime,
    id_token: [{ alg: 'none' }, claims].map((part) => btoa(JSON.stringify(part))).join('.') + '.x',
  };
}

/** She comes back from the provider, which knows her. */
function signedIn(): Promise<Session> {
  return cameBack('code=abc');
}

async function cameBack(answer: string): Promise<Session> {
  const client = new OidcClient({
    authority,
    client_id: 'web',
    redirect_uri: `${location.origin}/signed-in`,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  const { url } = await client.createSigninRequest({ state: '/groups/1', request_type: 'si:r' });
  const state = new URL(url).searchParams.get('state') ?? '';
  history.replaceState(null, '', `/signed-in?${answer}&state=${state}`);
  return Session.start(config);
}

test('who comes back from the provider is signed in and where she was, and no token is stored', async () => {
  const session = await signedIn();
  expect([session.signedIn, session.userId]).toEqual([true, 'alice-id']);
  expect(location.pathname).toBe('/groups/1');
  expect(await session.token()).toBe('first');
  expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toMatch(/first|refresh/);
});

test('whom the provider does not know any more is nobody, and still where she was going', async () => {
  localStorage.setItem('convoke.was-signed-in', '1');
  const session = await cameBack('error=login_required');
  expect([session.signedIn, location.pathname]).toEqual([false, '/groups/1']);
  expect(localStorage.length).toBe(0);
});

test('she is signed out here also where the provider has no way to be told', async () => {
  const session = await signedIn();
  const ended = vi.fn();
  session.onEnd(ended);
  await session.signOut();
  expect([session.signedIn, localStorage.length]).toEqual([false, 0]);
  expect(ended).toHaveBeenCalledOnce();
});

test('who signs out in one tab is signed out in the others', async () => {
  const session = await signedIn();
  const ended = vi.fn();
  session.onEnd(ended);
  dispatchEvent(new StorageEvent('storage', { key: 'convoke.language' }));
  expect(ended).not.toHaveBeenCalled();
  localStorage.removeItem('convoke.was-signed-in');
  dispatchEvent(new StorageEvent('storage', { key: 'convoke.was-signed-in' }));
  expect(ended).toHaveBeenCalledOnce();
  await expect(session.token()).rejects.toThrow('ended');
});

test('a reload does not begin without the provider, and begins when it is back', async () => {
  localStorage.setItem('convoke.was-signed-in', '1');
  server.use(http.get(`${authority}/.well-known/openid-configuration`, () => HttpResponse.error()));
  await expect(Session.start(config)).rejects.toThrow();
  expect(localStorage.length).toBe(1);
});

test('an answer of the provider that nobody asked for signs nobody in', async () => {
  history.replaceState(null, '', '/signed-in?code=abc&state=forged');
  const session = await Session.start(config);
  expect(session.signedIn).toBe(false);
  expect(location.pathname).toBe('/');
});

test('those who renew at the same time share one request', async () => {
  const session = await signedIn();
  const users = await Promise.all([session.renew(), session.renew(), session.renew()]);
  expect(users.map((user) => user.access_token)).toEqual(Array(3).fill('renewed-1'));
  expect(renewals).toBe(1);
  expect(await session.token()).toBe('renewed-1');
});

test('a token that is about to end is not handed out', async () => {
  lifetime = 4;
  const session = await signedIn();
  lifetime = 300;
  expect(await session.token()).toMatch(/^renewed/);
});

test('the login has ended when the provider says so', async () => {
  const session = await signedIn();
  const ended = vi.fn();
  session.onEnd(ended);
  refusal = { status: 400, error: 'invalid_grant' };
  await expect(session.renew()).rejects.toThrow('ended');
  expect(ended).toHaveBeenCalledOnce();
});

test.each([
  ['not reached', () => HttpResponse.error()],
  ['in trouble', () => HttpResponse.json({ error: 'temporarily_unavailable' }, { status: 503 })],
])('the login goes on when the provider is %s', async (_how, answer) => {
  const session = await signedIn();
  const ended = vi.fn();
  session.onEnd(ended);
  server.use(http.post(`${authority}/token`, answer, { once: true }));
  await expect(session.renew()).rejects.toThrow();
  expect(ended).not.toHaveBeenCalled();
  expect((await session.renew()).access_token).toBe('renewed-1');
});
