import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const TS = '2026-02-03T04:05:06Z';
let events = 0;

/** An `evt` of a stream, or without a place an ephemeral one. */
export function evt(ch, s, n = 'invitation:received', p = {}) {
  const place = s ? { s, cur: `e.${s}.h` } : {};
  return { n, ch, ...place, ts: TS, p: { eventId: `event-${++events}`, factId: 'f', occurredAt: TS, ...p } };
}

/** A gateway that does as a test says, also what a real one never would. */
export class FakeGateway {
  connections = [];
  /** What `hello`, `ready` and the REST door say; a test changes it at any time. */
  hello = { v: 1, sid: 's', hb: 25_000, hbTimeout: 10_000, maxFrame: 16_384, serverTime: TS };
  ready = {
    user: 'bob', session: 's', top: 'e.0.h', unseen: 0, unread: 0, expiresAt: TS, limits: {}, resume: { kind: 'none' },
    channels: { public: 'p.0.h' }, resets: {}, refused: [],
  };
  blocked = false;
  greets = true;
  asked = [];
  rest = () => ({ status: 200, body: { items: [], cursor: 'e.0.h' } });

  static async start() {
    const gateway = new FakeGateway();
    await new Promise((done) => gateway.server.listen(0, '127.0.0.1', done));
    return gateway;
  }

  constructor() {
    const sockets = new WebSocketServer({ noServer: true });
    this.server = createServer((request, response) => this.#answer(request, response));
    this.server.on('upgrade', (request, line, head) => {
      if (this.blocked) return line.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      sockets.handleUpgrade(request, line, head, (socket) => this.#greet(socket, request));
    });
  }

  get url() {
    return `http://127.0.0.1:${this.server.address().port}`;
  }

  #greet(socket, { url, headers }) {
    const connection = new Connection(socket, this, { url, protocol: headers['sec-websocket-protocol'] });
    this.connections.push(connection);
    if (this.greets) connection.say('hello', this.hello);
  }

  #answer({ url, headers }, response) {
    const { pathname, searchParams } = new URL(url, this.url);
    const asked = { pathname, ...Object.fromEntries(searchParams), authorization: headers.authorization };
    this.asked.push(asked);
    const { status = 200, body, ...more } = this.rest(asked);
    response.writeHead(status, { 'content-type': 'application/json', ...more.headers }).end(JSON.stringify(body));
  }

  /** The connection of that number, once it has signed in. */
  async signedIn(number = 1) {
    await until(() => this.connections[number - 1]?.frames.some(({ t }) => t === 'auth'), `connection ${number}`);
    return this.connections[number - 1];
  }

  stop() {
    this.connections.forEach(({ socket }) => socket.terminate());
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

class Connection {
  frames = [];
  at = performance.now();

  constructor(socket, gateway, upgrade) {
    Object.assign(this, { socket, upgrade });
    socket.on('message', (text) => {
      const frame = JSON.parse(text);
      this.frames.push(frame);
      if (frame.t === 'auth' && gateway.ready) this.say('ready', gateway.ready, frame.id);
      if (frame.t === 'ping' && gateway.answersPing) this.say('pong', {}, frame.id);
    });
    socket.on('close', (code) => (this.closed = code));
  }

  say(t, d = {}, id) {
    this.socket.send(JSON.stringify({ t, id, d }));
  }

  end(code, afterMs = 0) {
    this.say('bye', { code, reason: 'because', afterMs });
    this.socket.close(code, 'because');
  }

  of(type) {
    return this.frames.filter(({ t }) => t === type);
  }

  /** The first frame of that type, here already or to come. */
  async frame(type, number = 1) {
    await until(() => this.of(type).length >= number, type);
    return this.of(type)[number - 1];
  }
}

export async function until(true_, what = 'it', within = 5000) {
  const end = performance.now() + within;
  while (!true_()) {
    if (performance.now() > end) throw new Error(`no ${what} within ${within} ms`);
    await pause(2);
  }
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
