import { http, HttpResponse } from 'msw';
import { refusal, server } from '../test/server';
import { body, connect } from './api';
import { asProblem } from './problem';

const token = vi.fn(() => Promise.resolve('old'));
const renew = vi.fn(() => Promise.resolve({ access_token: 'new' } as never));
const api = connect({ groups: '', invitations: '' }, { token, renew });

let keys: (string | null)[];
let bodies: unknown[];
let answers: (() => Response)[];

beforeEach(() => {
  keys = [];
  bodies = [];
  answers = [];
  token.mockReset().mockResolvedValue('old');
  renew.mockReset().mockImplementation(() => {
    token.mockResolvedValue('new');
    return Promise.resolve({ access_token: 'new' } as never);
  });
  const answer = async ({ request }: { request: Request }) => {
    keys.push(request.headers.get('idempotency-key'));
    bodies.push(request.method === 'POST' ? await request.json() : null);
    return answers.shift()?.() ?? HttpResponse.json({ unseen: 0, unread: 0 });
  };
  server.use(
    http.post('*/api/v1/notifications/seen', answer),
    http.get('*/api/v1/notifications/summary', answer),
    http.put('*/api/v1/presence/me', answer),
    http.patch('*/api/v1/groups/g', answer),
    http.delete('*/api/v1/groups/g', answer),
  );
});

const post = () => body(api.gateway.POST('/api/v1/notifications/seen', { body: { upTo: 'c' } }));
const get = () => body(api.gateway.GET('/api/v1/notifications/summary'));
const put = () => body(api.gateway.PUT('/api/v1/presence/me', { body: { state: 'BUSY' } }));
const group = { path: { g: 'g' } };
const patch = () => api.groups.PATCH('/api/v1/groups/{g}', { params: { ...group, header: { 'If-Match': '"1"' } }, body: {} });
const remove = () => api.groups.DELETE('/api/v1/groups/{g}', { params: group });
const lost = () => HttpResponse.error();
const away = () => refusal(503, 'unavailable', 'Not at the moment.');

test.each([
  ['lost', lost],
  ['away', away],
])('a POST whose answer is %s is sent again with the same key', async (_how, failure) => {
  answers = [failure, failure];
  await expect(post()).resolves.toEqual({ unseen: 0, unread: 0 });
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(bodies).toEqual(Array(3).fill({ upTo: 'c' }));
});

test.each([lost, away])('a PUT says how it is to be, and is sent again', async (failure) => {
  answers = [failure];
  await put();
  expect(keys).toHaveLength(2);
});

test.each([
  ['PATCH', 'lost', patch, lost],
  ['PATCH', 'away', patch, away],
  ['DELETE', 'lost', remove, lost],
  ['DELETE', 'away', remove, away],
])('a %s whose answer is %s may have done its work, and is not sent again', async (_method, _how, send, failure) => {
  answers = [failure];
  await expect(send()).rejects.toThrow();
  expect(keys).toHaveLength(1);
});

test('a POST whose first is still running waits for what becomes of it', async () => {
  answers = [lost, () => refusal(409, 'idempotency-key-in-use', 'Still running.')];
  await expect(post()).resolves.toEqual({ unseen: 0, unread: 0 });
  expect(keys).toHaveLength(3);
});

test('any other conflict is a refusal', async () => {
  answers = [() => refusal(409, 'group-full', 'The group is full.')];
  await expect(post()).rejects.toMatchObject({ code: 'group-full' });
  expect(keys).toHaveLength(1);
});

describe('a service that says when it is back', () => {
  const backIn = (seconds: number) => () => new HttpResponse(null, { status: 503, headers: { 'retry-after': String(seconds) } });

  test('is asked again then', async () => {
    answers = [backIn(2)];
    const start = Date.now();
    await post();
    expect(keys).toHaveLength(2);
    expect(Date.now() - start).toBeGreaterThanOrEqual(1990);
  });

  test('is not waited for longer than anybody would', async () => {
    answers = [backIn(60)];
    await expect(post()).rejects.toMatchObject({ status: 503, retryAfter: 60_000 });
    expect(keys).toHaveLength(1);
  });
});

test('another POST has another key', async () => {
  await post();
  await post();
  expect(new Set(keys).size).toBe(2);
});

test.each([lost, away])('a GET is not sent again: whoever shows it tries again', async (failure) => {
  answers = [failure];
  await expect(get()).rejects.toThrow();
  expect(keys).toEqual([null]);
});

test('a token that is not taken is renewed once, and the same request sent again', async () => {
  answers = [() => refusal(401, 'unauthenticated', 'Who are you?')];
  await post();
  expect(renew).toHaveBeenCalledOnce();
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test('a new token that is not taken either is a refusal', async () => {
  answers = Array.from({ length: 3 }, () => () => refusal(401, 'unauthenticated', 'Who are you?'));
  await expect(get()).rejects.toMatchObject({ status: 401, code: 'unauthenticated' });
  expect(renew).toHaveBeenCalledOnce();
  expect(keys).toHaveLength(2);
});

test('a refusal says why, where, and when to try again', async () => {
  answers = [
    () =>
      HttpResponse.json(
        { code: 'rate-limited', detail: 'Too fast.', title: 'Slow down', errors: [{ field: 'upTo', message: 'is no cursor' }] },
        { status: 429, headers: { 'retry-after': '2' } },
      ),
  ];
  await expect(post()).rejects.toMatchObject({
    status: 429,
    code: 'rate-limited',
    detail: 'Too fast.',
    retryAfter: 2000,
    passing: true,
    errors: [{ field: 'upTo', message: 'is no cursor' }],
  });
});

test('what is no refusal is a service that was not reached', () => {
  expect(asProblem(new TypeError('fetch failed'))).toMatchObject({ status: 0, passing: true, detail: '' });
});
