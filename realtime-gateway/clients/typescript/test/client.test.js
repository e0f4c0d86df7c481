import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import WebSocket from 'ws';
import { ConvokeClient, Refused } from '../dist/client.js';
import { evt, FakeGateway, pause, until } from './fake.js';

let gateway, client, told;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  told = [];
});

afterEach(async () => {
  client?.stop();
  mock.restoreAll();
  await gateway.stop();
});

function connect(options = {}) {
  client = new ConvokeClient({
    url: gateway.url, token: () => 'token', device: 'phone', WebSocket, ackEvery: 10, answerWithin: 5000, backoff: [1, 10], ...options,
  });
  for (const signal of ['*', 'state', 'reset', 'refused', 'joined', 'presence', 'stopped']) {
    client.on(signal, (what) => told.push([signal, what]));
  }
  client.start();
  return client;
}

const heard = (signal) => told.filter(([name]) => name === signal).map(([, what]) => what);
const live = () => until(() => client.state === 'live', 'ready');
const random = (value) => mock.method(Math, 'random', () => value);
/** Answers what the client has waited for since, in milliseconds, of these. */
function waits(...of) {
  const { mock: spy } = mock.method(globalThis, 'setTimeout');
  return () => spy.calls.map((call) => call.arguments[1]).filter((delay) => of.includes(delay));
}

test('it speaks gw.v1 and signs in with what the token function answers', async () => {
  connect({ token: async () => 'fresh', position: { inbox: 'e.3.h', public: 'p.9.h' } });
  const connection = await gateway.signedIn();
  assert.deepEqual(connection.upgrade, { url: '/ws/v1', protocol: 'gw.v1' });
  assert.deepEqual(connection.frames[0], {
    t: 'auth', id: 1, d: { token: 'fresh', device: 'phone', cursor: 'e.3.h', channels: { public: 'p.9.h' } },
  });
  await live();
  assert.deepEqual(heard('state'), ['connecting', 'live']);
});

test('an event reaches those who listen for it, until they do not', async () => {
  connect();
  const names = [];
  const off = client.on('invitation:received', ({ n, p }) => names.push(`${n} ${p.eventId}`));
  client.on('group:deleted', () => assert.fail('another event'));
  const connection = await gateway.signedIn();
  const [first, second] = [evt('u:bob', 1), evt('u:bob', 2)];
  connection.say('evt', first);
  await until(() => names.length === 1);
  off();
  connection.say('evt', second);
  await until(() => heard('*').length === 2);
  assert.deepEqual(names, [`invitation:received ${first.p.eventId}`]);
});

test('a lost connection goes on behind the newest cursor of each stream', async () => {
  connect();
  const connection = await gateway.signedIn();
  connection.say('evt', evt('u:bob', 4));
  connection.say('evt', evt('u:bob', 5));
  connection.say('joined', { ch: 'g:1', top: 'g.0.h' });
  connection.say('evt', evt('g:1', 7, 'group:updated'));
  connection.say('evt', evt('g:1', undefined, 'group:member_update'));
  await until(() => heard('*').length === 4);
  connection.socket.terminate();
  const { d } = (await gateway.signedIn(2)).frames[0];
  assert.equal(d.cursor, 'e.5.h');
  assert.deepEqual(d.channels, { public: 'p.0.h', 'g:1': 'e.7.h' });
});

test('during a replay the position is that of the last event, not the top', async () => {
  gateway.ready = { ...gateway.ready, top: 'e.9.h', resume: { kind: 'replay' } };
  connect({ position: { inbox: 'e.2.h' } });
  const connection = await gateway.signedIn();
  await live();
  assert.equal(client.position.inbox, 'e.2.h');
  connection.say('evt', evt('u:bob', 3));
  await until(() => client.position.inbox === 'e.3.h');
  connection.say('resumed', { ch: 'u:bob', from: 'e.2.h', to: 'e.9.h', count: 1 });
  await until(() => client.position.inbox === 'e.9.h');
});

test('an event that comes twice is told once', async () => {
  connect();
  const connection = await gateway.signedIn();
  const event = evt('u:bob', 1);
  connection.say('evt', event);
  connection.socket.terminate();
  const again = await gateway.signedIn(2);
  again.say('evt', event);
  again.say('evt', evt('u:bob', 2));
  await until(() => heard('*').length === 2);
  assert.deepEqual(heard('*').map(({ s }) => s), [1, 2]);
});

test('many events are acknowledged by one frame, and the same position never twice', async () => {
  connect({ ackEvery: 200 });
  const connection = await gateway.signedIn();
  for (let s = 1; s <= 100; s++) connection.say('evt', evt('u:bob', s));
  await until(() => connection.of('ack').some(({ d }) => d.cur === 'e.100.h'), 'ack');
  assert.ok(connection.of('ack').length <= 10, `${connection.of('ack').length} acks`);
  const acks = connection.of('ack').length;
  connection.say('evt', evt('g:1', 1, 'group:updated'));
  await pause(400);
  assert.equal(connection.of('ack').length, acks);
});

test('stopping acknowledges what has arrived and closes', async () => {
  connect({ ackEvery: 60_000 });
  const connection = await gateway.signedIn();
  connection.say('evt', evt('u:bob', 3));
  await until(() => heard('*').length === 1);
  client.stop();
  assert.deepEqual((await connection.frame('ack')).d, { cur: 'e.3.h' });
  await until(() => connection.closed === 1000, 'close');
  await pause(50);
  assert.equal(gateway.connections.length, 1);
});

test('a token that ends is refreshed on the same connection', async () => {
  let tokens = 0;
  connect({ token: () => `token-${++tokens}` });
  const connection = await gateway.signedIn();
  await live();
  connection.say('token.expiring', { expiresAt: '2026-02-03T04:05:06Z' });
  const { d, id } = await connection.frame('refresh');
  assert.deepEqual(d, { token: 'token-2' });
  connection.say('ok', { expiresAt: '2026-02-03T05:05:06Z' }, id);
  await pause(30);
  assert.equal(gateway.connections.length, 1);
});

test('40xx stops for good and says why', async () => {
  connect();
  (await gateway.signedIn()).end(4003);
  await until(() => client.state === 'stopped');
  assert.deepEqual(heard('stopped'), [{ code: 4003, reason: 'because' }]);
  await pause(60);
  assert.equal(gateway.connections.length, 1);
});

test('41xx comes back with full jitter under a bound that doubles, with a token of its own', async () => {
  random(1);
  const waited = waits(41, 82, 103, 164, 328);
  gateway.ready = undefined;
  let tokens = 0;
  connect({ token: () => `token-${++tokens}`, backoff: [41, 103] });
  for (let number = 1; number <= 5; number++) (await gateway.signedIn(number)).end(4101);
  await until(() => waited().length === 5, 'wait');
  assert.deepEqual(waited(), [41, 82, 103, 103, 103]);
  assert.deepEqual(gateway.connections.map(({ frames }) => frames[0].d.token), [1, 2, 3, 4, 5].map((n) => `token-${n}`));
});

test('by default the bound goes from 1 to 30 s', async () => {
  random(0.001);
  const waited = waits(1, 2, 4, 8, 16, 30);
  gateway.ready = undefined;
  connect({ backoff: undefined });
  for (let number = 1; number <= 7; number++) (await gateway.signedIn(number)).end(4102);
  await until(() => waited().filter((delay) => delay === 30).length === 2, 'wait');
  assert.deepEqual(waited().filter((delay) => delay !== 2), [1, 4, 8, 16, 30, 30]);
});

test('jitter is full: it may be nothing', async () => {
  random(0);
  gateway.ready = undefined;
  connect({ backoff: [100_000, 100_000] });
  for (let number = 1; number <= 3; number++) (await gateway.signedIn(number)).end(4101);
});

test('the backoff begins anew after ready', async () => {
  random(1);
  const waited = waits(31, 62, 124);
  connect({ backoff: [31, 10_000] });
  for (let number = 1; number <= 3; number++) {
    const connection = await gateway.signedIn(number);
    await live();
    connection.end(4103);
    await until(() => client.state !== 'live');
  }
  assert.deepEqual(waited(), [31, 31, 31]);
});

test('42xx comes back after afterMs and goes on', async () => {
  random(1);
  const waited = waits(123, 100_000, 100_123);
  connect({ backoff: [100_000, 100_000] });
  const connection = await gateway.signedIn();
  connection.say('evt', evt('u:bob', 8));
  await until(() => heard('*').length === 1);
  connection.end(4200, 123);
  const again = await gateway.signedIn(2);
  assert.deepEqual(waited(), [123]);
  assert.equal(again.frames[0].d.cursor, 'e.8.h');
});

test('42xx before ready backs off besides', async () => {
  random(1);
  const waited = waits(5, 26, 47);
  gateway.ready = undefined;
  connect({ backoff: [21, 10_000] });
  for (let number = 1; number <= 2; number++) (await gateway.signedIn(number)).end(4200, 5);
  await until(() => waited().length === 2, 'wait');
  assert.deepEqual(waited(), [26, 47]);
});

test('silence is broken by a ping, and without an answer the connection is another', async () => {
  gateway.hello = { ...gateway.hello, hb: 40, hbTimeout: 40 };
  connect();
  const connection = await gateway.signedIn();
  await connection.frame('ping');
  await gateway.signedIn(2);
  await until(() => connection.closed, 'close');
});

test('a sign of life of any kind keeps the connection', async () => {
  gateway.hello = { ...gateway.hello, hb: 300, hbTimeout: 2000 };
  gateway.answersPing = true;
  connect();
  const connection = await gateway.signedIn();
  for (let s = 1; s <= 8; s++) {
    connection.say('evt', evt('g:1', s, 'group:updated'));
    await pause(50);
  }
  assert.deepEqual(connection.of('ping'), []);
  await pause(1000);
  assert.ok(connection.of('ping').length > 1);
  assert.equal(gateway.connections.length, 1);
});

test('a gateway that does not greet is given up', async () => {
  gateway.greets = false;
  connect({ answerWithin: 40 });
  await until(() => gateway.connections.length >= 2);
});

test('a ping is answered', async () => {
  connect();
  const connection = await gateway.signedIn();
  connection.say('ping');
  await connection.frame('pong');
});

test('each answer finds its request, whatever the order', async () => {
  connect();
  const connection = await gateway.signedIn();
  await live();
  const one = client.request('presence', { watch: ['alice'] });
  const two = client.request('live', { g: '1', kind: 'TYPING' });
  const [first, second] = [await connection.frame('presence'), await connection.frame('live')];
  connection.say('err', { code: 111, msg: 'too fast', retry: true, afterMs: 500 }, second.id);
  connection.say('ok', { done: 1 }, first.id);
  connection.say('presence', { user: 'alice', state: 'BUSY', devices: 1 });
  assert.deepEqual(await one, { done: 1 });
  await assert.rejects(two, (error) => error instanceof Refused && error.code === 111 && error.afterMs === 500);
  await until(() => heard('presence').length === 1);
});

test('a request fails without an answer, without a connection, and with its connection', async () => {
  connect({ answerWithin: 60 });
  const connection = await gateway.signedIn();
  await live();
  await assert.rejects(client.request('unsub', { ch: 'public' }), { code: 0, retry: true });
  const lost = client.request('unsub', { ch: 'public' });
  connection.socket.terminate();
  await assert.rejects(lost, { code: 0 });
  await assert.rejects(client.request('unsub', { ch: 'public' }), { code: 0, message: 'not connected' });
});

test('a subscription outlives its connection, and so does its end', async () => {
  connect();
  const connection = await gateway.signedIn();
  await live();
  const subscribed = client.subscribe('presence:1');
  connection.say('ok', { ch: 'presence:1' }, (await connection.frame('sub')).id);
  await subscribed;
  const left = client.unsubscribe('public');
  connection.say('ok', {}, (await connection.frame('unsub')).id);
  await left;
  connection.socket.terminate();
  const again = await gateway.signedIn(2);
  assert.deepEqual((await again.frame('sub')).d, { ch: 'presence:1' });
  assert.deepEqual((await again.frame('unsub')).d, { ch: 'public' });
  again.say('evt', evt('public', 1, 'notification:group_created'));
  again.say('evt', evt('u:bob', 1));
  await until(() => heard('*').length === 1);
  assert.equal(heard('*')[0].ch, 'u:bob');
});

test('a subscription goes live at its top, also when events come in one breath with the answer', async () => {
  connect();
  const connection = await gateway.signedIn();
  await live();
  const subscribed = client.subscribe('g:2');
  const { id } = await connection.frame('sub');
  connection.socket._socket.cork();
  connection.say('ok', { ch: 'g:2', top: 'e.5.h', resume: { kind: 'none' } }, id);
  connection.say('evt', evt('g:2', 6, 'group:updated'));
  connection.socket._socket.uncork();
  await subscribed;
  await until(() => heard('*').length === 1);
  assert.equal(client.position['g:2'], 'e.6.h');
});

test('a channel that one may not hear is told and asked for no more', async () => {
  gateway.ready = { ...gateway.ready, refused: ['g:3'] };
  connect({ position: { 'g:3': 'e.1.h' } });
  const connection = await gateway.signedIn();
  await live();
  assert.deepEqual(heard('refused'), [{ ch: 'g:3' }]);
  const subscribed = client.subscribe('g:4');
  connection.say('err', { code: 103, msg: 'no', retry: false }, (await connection.frame('sub')).id);
  await assert.rejects(subscribed, { code: 103 });
  connection.socket.terminate();
  const again = await gateway.signedIn(2);
  assert.deepEqual(again.frames[0].d.channels, { public: 'p.0.h' });
  await pause(30);
  assert.deepEqual(again.of('sub'), []);
});

test('a channel that is heard already is no failure', async () => {
  connect();
  const connection = await gateway.signedIn();
  await live();
  const subscribed = client.subscribe('public');
  connection.say('err', { code: 105, msg: 'already', retry: false }, (await connection.frame('sub')).id);
  await subscribed;
  assert.deepEqual(heard('refused'), []);
});

test('a reset is told and the position is the top', async () => {
  gateway.ready = {
    ...gateway.ready, top: 'e.40.h', resume: { kind: 'reset', reason: 'trimmed' }, channels: { public: 'p.9.h' }, resets: { public: 'epoch' },
  };
  connect({ position: { inbox: 'e.1.h', public: 'x.1.h' } });
  await gateway.signedIn();
  await live();
  assert.deepEqual(heard('reset'), [{ ch: 'inbox', reason: 'trimmed' }, { ch: 'public', reason: 'epoch' }]);
  assert.deepEqual(client.position, { inbox: 'e.40.h', public: 'p.9.h' });
});

test('while sockets are blocked the events are fetched, and then the socket goes on', async () => {
  gateway.blocked = true;
  const missed = [evt('u:bob', 3), evt('u:bob', 4)];
  const inGroup = evt('g:1', 8, 'group:updated');
  gateway.rest = ({ cursor, ch }) => ({
    body: ch ? { items: cursor === 'g.7.h' ? [inGroup] : [], cursor: 'e.8.h' } : { items: cursor === 'e.2.h' ? missed : [], cursor: 'e.4.h' },
  });
  connect({ position: { inbox: 'e.2.h', 'g:1': 'g.7.h' } });
  await until(() => heard('*').length === 3);
  assert.deepEqual(heard('*').map(({ s }) => s), [3, 4, 8]);
  assert.ok(heard('state').includes('polling'));
  assert.deepEqual(gateway.asked[0], { pathname: '/api/v1/events', limit: '300', cursor: 'e.2.h', authorization: 'Bearer token' });
  gateway.blocked = false;
  const { d } = (await gateway.signedIn()).frames[0];
  assert.deepEqual([d.cursor, d.channels], ['e.4.h', { 'g:1': 'e.8.h' }]);
  await live();
  const polls = gateway.asked.length;
  await pause(60);
  assert.equal(gateway.asked.length, polls, 'the socket needs no polling');
});

test('a full page is followed by the next', async () => {
  gateway.blocked = true;
  const page = (from) => Array.from({ length: from ? 2 : 300 }, (_, i) => evt('u:bob', from + i + 1));
  gateway.rest = ({ cursor }) => {
    const from = Number(cursor.split('.')[1]);
    const items = from >= 302 ? [] : page(from);
    return { body: { items, cursor: `e.${from + items.length}.h` } };
  };
  connect({ position: { inbox: 'e.0.h' } });
  await until(() => heard('*').length === 302);
  assert.deepEqual(heard('*').map(({ s }) => s), Array.from({ length: 302 }, (_, i) => i + 1));
});

test('a position that is gone, or was never there, is a reset in polling too', async () => {
  gateway.blocked = true;
  gateway.rest = ({ cursor }) => (cursor === 'x.1.h' ? { status: 410, body: { reason: 'trimmed' } } : { body: { items: [], cursor: 'e.9.h' } });
  connect({ position: { inbox: 'x.1.h' } });
  await until(() => heard('reset').length === 1);
  assert.deepEqual(heard('reset'), [{ ch: 'inbox', reason: 'trimmed' }]);
  client.stop();
  connect();
  await until(() => heard('reset').length === 2);
  assert.deepEqual(heard('reset')[1], { ch: 'inbox', reason: 'unknown' });
  assert.equal(client.position.inbox, 'e.9.h');
});

test('a group that one may not read any more is polled no more', async () => {
  gateway.blocked = true;
  gateway.rest = ({ ch }) => (ch ? { status: 404, body: {} } : { body: { items: [], cursor: 'e.9.h' } });
  connect({ position: { inbox: 'e.9.h', 'g:1': 'g.1.h' } });
  await until(() => gateway.asked.filter(({ ch }) => !ch).length > 3);
  assert.equal(gateway.asked.filter(({ ch }) => ch).length, 1);
  assert.deepEqual(heard('refused'), [{ ch: 'g:1' }]);
});

test('polling backs off, and waits as long as it is told to', async () => {
  random(1);
  const waited = waits(21, 42, 84, 168, 1000);
  gateway.blocked = true;
  gateway.rest = () => (gateway.asked.length < 3 ? { status: 503, body: {} } : { status: 429, headers: { 'retry-after': '1' }, body: {} });
  connect({ position: { inbox: 'e.1.h' }, backoff: [21, 84] });
  await until(() => waited().includes(1000), 'wait');
  assert.deepEqual(waited(), [21, 42, 84, 1000]);
});

test('a token function that fails is tried again', async () => {
  let asked = 0;
  connect({
    token: async () => {
      if (++asked < 4) throw new Error('offline');
      return 'token';
    },
  });
  await live();
});
