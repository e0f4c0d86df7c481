// Against a gateway that runs: CONVOKE_GATEWAY_URL=http://localhost:8080 CONVOKE_TOKEN=… npm test
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import WebSocket from 'ws';
import { ConvokeClient } from '../dist/client.js';
import { until } from './fake.js';

const { CONVOKE_GATEWAY_URL: url, CONVOKE_TOKEN: token } = process.env;
const skip = url && token ? false : 'CONVOKE_GATEWAY_URL and CONVOKE_TOKEN are not set';

function session(options) {
  const sockets = [];
  class Counted extends WebSocket {
    constructor(...how) {
      super(...how);
      sockets.push(this);
    }
  }
  const client = new ConvokeClient({ url, token: () => token, device: randomUUID(), WebSocket: Counted, backoff: [50, 500], ...options });
  const resets = [];
  client.on('reset', (reset) => resets.push(reset));
  return { client, sockets, resets, live: () => until(() => client.state === 'live', 'ready', 15_000) };
}

test('a session signs in, asks, loses its connection and goes on', { skip }, async (t) => {
  const { client, sockets, resets, live } = session();
  t.after(() => client.stop());
  const ready = new Promise((done) => client.on('ready', done));
  client.start();
  assert.ok((await ready).user);
  await client.subscribe('public');
  await assert.rejects(client.subscribe(`g:${randomUUID()}`), { code: 103 });
  await assert.rejects(client.subscribe('weather'), { code: 102 });
  await client.unsubscribe('public');
  await client.subscribe('public');
  assert.ok((await client.request('refresh', { token })).expiresAt);
  const before = { ...client.position };
  sockets[0].terminate();
  await until(() => sockets.length === 2, 'second connection');
  await live();
  assert.ok(before.public && before.inbox);
  assert.deepEqual(resets, []);
});

test('a position that is none is reset', { skip }, async (t) => {
  const { client, resets, live } = session({ position: { inbox: 'nonsense' } });
  t.after(() => client.stop());
  client.start();
  await live();
  assert.equal(resets[0].ch, 'inbox');
});

test('where sockets are blocked the events come over REST, and the socket goes on behind them', { skip }, async (t) => {
  class Blocked {
    constructor() {
      throw new Error('no sockets here');
    }
  }
  const polling = session({ WebSocket: Blocked, position: { inbox: '0.0.0' } });
  t.after(() => polling.client.stop());
  polling.client.start();
  await until(() => polling.client.state === 'polling', 'polling', 15_000);
  await until(() => polling.client.position.inbox !== undefined, 'position');
  await new Promise((done) => setTimeout(done, 500));
  polling.client.stop();
  const { client, resets, live } = session({ position: polling.client.position });
  t.after(() => client.stop());
  client.start();
  await live();
  assert.deepEqual(resets, []);
});
