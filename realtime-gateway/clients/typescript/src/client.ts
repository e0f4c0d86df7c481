import type { Answers, ClientFrames, Events, ServerFrames } from './protocol.js';
export type * from './protocol.js';

/** An event with its channel; an ephemeral one has neither place nor cursor. */
export type Event<N extends keyof Events = keyof Events> = {
  [K in N]: { n: K; ch: string; s?: number; cur?: string; ts: string; p: Events[K] };
}[N];
type Ready = ServerFrames['ready'];
/** Where to go on, by channel; `inbox` is one's own. */
export type Position = Record<string, string>;
export type State = 'connecting' | 'live' | 'waiting' | 'polling' | 'stopped';
/** What the client tells of itself. After `reset` the state behind that channel has to be fetched again. */
export interface Signals {
  state: State; ready: Ready; joined: ServerFrames['joined']; presence: ServerFrames['presence']; '*': Event;
  refused: { ch: string };
  reset: { ch: string; reason: string };
  stopped: { code: number; reason: string };
}
type Told = Signals & { [N in keyof Events]: Event<N> };
type Timer = ReturnType<typeof setTimeout>;
interface Socket { send(text: string): void; close(code?: number): void }
export interface Options {
  /** The gateway, such as `https://gateway.example`. */
  url: string;
  /** Answers an access token; asked before each connection and before the old token ends. */
  token: () => string | Promise<string>;
  /** Names this installation, the same each time: what it has acknowledged is not repeated. */
  device: string;
  position?: Position;
  WebSocket?: new (url: string, protocols: string[]) => Socket;
  fetch?: typeof fetch;
  /** Milliseconds between acks, until an answer, and the least and most that a backoff is drawn from. */
  ackEvery?: number; answerWithin?: number; backoff?: [number, number];
}
/** An `err` frame, or with code 0 a connection that ended first. */
export class Refused extends Error {
  constructor(readonly code: number, message: string, readonly retry = true, readonly afterMs?: number) { super(message); }
}

const PAGE = 300, SEEN = 1000, ALREADY_SUBSCRIBED = 105;
const key = (ch: string) => (ch.startsWith('u:') ? 'inbox' : ch);

/** A session that outlives its connections: what happened meanwhile arrives, in order, each event once. */
export class ConvokeClient {
  state: State = 'stopped';
  readonly position: Position;
  private readonly options: Required<Omit<Options, 'position'>>;
  private readonly listeners = new Map<string, Set<(told: any) => void>>();
  private readonly pending = new Map<number, { done(d: any): void; fail(why: Refused): void }>();
  private readonly wanted = new Set<string>();
  private readonly unwanted = new Set<string>();
  private readonly seen = new Set<string>();
  private socket?: Socket;
  private timers: { retry?: Timer; silence?: Timer; ack?: Timer } = {};
  private heartbeat = { hb: 0, hbTimeout: 0 };
  private afterMs = 0; private acked?: string;
  /** Counts connections, requests, failures since `ready` and since `hello`. */
  private turn = 0; private ids = 1; private failures = 0; private blocked = 0;

  constructor({ position, ...options }: Options) {
    this.position = { ...position };
    this.options = {
      ...options, WebSocket: options.WebSocket ?? globalThis.WebSocket, fetch: options.fetch ?? ((...call) => fetch(...call)),
      ackEvery: options.ackEvery ?? 1000, answerWithin: options.answerWithin ?? 10_000, backoff: options.backoff ?? [1000, 30_000],
    };
  }

  on<N extends keyof Told>(name: N, listener: (told: Told[N]) => void): () => void {
    const all = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, all.add(listener));
    return () => all.delete(listener);
  }

  start(): void { if (this.state === 'stopped') void this.connect(); }

  stop(): void {
    this.acknowledge();
    this.socket?.close(1000);
    this.end('stopped', 'stopped');
  }

  /** Listens to a channel, now and after each reconnection. One's inbox, `public` and one's groups need no asking. */
  async subscribe(ch: string): Promise<void> {
    this.wanted.add(ch);
    this.unwanted.delete(ch);
    if (this.state === 'live') await this.listen(ch);
  }

  async unsubscribe(ch: string): Promise<void> {
    this.forget(ch);
    this.unwanted.add(ch);
    if (this.state === 'live') await this.request('unsub', { ch });
  }

  /** `heard` runs before the frame behind the answer is read. */
  request<T extends keyof Answers>(t: T, d: ClientFrames[T], heard?: (d: Answers[T]) => void): Promise<Answers[T]> {
    return new Promise((resolve, reject) => {
      if (this.state !== 'live') return reject(new Refused(0, 'not connected'));
      const id = ++this.ids;
      const late = setTimeout(() => this.pending.get(id)?.fail(new Refused(0, `no answer to ${t}`)), this.options.answerWithin);
      const over = () => (clearTimeout(late), this.pending.delete(id));
      this.pending.set(id, { done: (d) => (over(), heard?.(d), resolve(d)), fail: (why) => (over(), reject(why)) });
      this.send(t, d, id);
    });
  }

  private async connect(): Promise<void> {
    const turn = ++this.turn;
    const mine = <A>(act: (event: A) => void) => (event: A) => { if (turn === this.turn) act(event); };
    this.become('connecting');
    try {
      const token = await this.options.token();
      if (turn !== this.turn) return;
      this.timers.silence = setTimeout(() => this.silent(), this.options.answerWithin);
      this.socket = Object.assign(new this.options.WebSocket(`${this.options.url.replace(/^http/, 'ws')}/ws/v1`, ['gw.v1']), {
        onmessage: mine<{ data: string }>(({ data }) => this.received(JSON.parse(data), token)),
        onclose: mine<{ code: number; reason: string }>(({ code, reason }) => this.lost(code, reason)),
        onerror: () => {}, // a close follows
      });
    } catch {
      mine(() => this.lost(1006, ''))(undefined);
    }
  }

  private received({ t, id, d }: { t: string; id: number; d: any }, token: string): void {
    if (t === 'hello') this.heartbeat = d;
    this.alive();
    switch (t) {
      case 'hello': return this.signIn(token);
      case 'ready': return this.ready(d);
      case 'evt': return this.take(d);
      case 'resumed': return this.move(d.ch, d.to);
      case 'joined': return this.move(d.ch, d.top), this.tell('joined', d);
      case 'presence': return this.tell('presence', d);
      case 'ping': return this.send('pong', {});
      case 'token.expiring': return void this.refresh();
      case 'bye': return void (this.afterMs = d.afterMs);
      case 'ok': return this.pending.get(id)?.done(d);
      case 'err': return this.pending.get(id)?.fail(new Refused(d.code, d.msg, d.retry, d.afterMs));
    }
  }

  private signIn(token: string): void {
    this.blocked = 0;
    const { inbox: cursor, ...channels } = this.position;
    this.send('auth', { token, device: this.options.device, cursor, channels }, 1);
  }

  private ready(ready: Ready): void {
    const { resume, channels, resets, refused } = ready;
    this.failures = 0;
    this.become('live');
    if (resume.kind !== 'replay') this.position.inbox = ready.top;
    for (const ch in channels) if (resets[ch] || !this.position[ch]) this.move(ch, channels[ch]!);
    this.tell('ready', ready);
    if (resume.kind === 'reset') this.tell('reset', { ch: 'inbox', reason: resume.reason ?? 'unknown' });
    for (const ch in resets) this.tell('reset', { ch, reason: resets[ch]! });
    refused.forEach((ch) => this.refused(ch));
    for (const ch of this.wanted) if (!(ch in channels)) this.listen(ch).catch(() => {});
    for (const ch of this.unwanted) if (ch in channels) this.request('unsub', { ch }).catch(() => {});
    this.acknowledgeSoon();
  }

  private async listen(ch: string): Promise<void> {
    await this.request('sub', { ch, cursor: this.position[ch] }, (d) => {
      if (!('top' in d)) return;
      if (d.resume.kind === 'reset' || !this.position[ch]) this.move(ch, d.top);
      if (d.resume.kind === 'reset') this.tell('reset', { ch, reason: d.resume.reason ?? 'unknown' });
    }).catch((why: Refused) => {
      if (why.code === ALREADY_SUBSCRIBED) return;
      if (!why.retry) this.refused(ch);
      throw why;
    });
  }

  private take(event: Event): void {
    const { ch, cur, p: { eventId } } = event;
    if (this.unwanted.has(ch)) return;
    if (cur) this.move(ch, cur);
    if (cur && key(ch) === 'inbox') this.acknowledgeSoon();
    if (this.seen.has(eventId)) return;
    this.seen.add(eventId);
    if (this.seen.size > SEEN) this.seen.delete(this.seen.values().next().value!);
    this.tell(event.n, event as never);
    this.tell('*', event);
  }

  private acknowledgeSoon(): void { this.timers.ack ??= setTimeout(() => this.acknowledge(), this.options.ackEvery); }

  private acknowledge(): void {
    clearTimeout(this.timers.ack);
    this.timers.ack = undefined;
    const cur = this.position.inbox;
    if (this.state === 'live' && cur && cur !== this.acked) this.send('ack', { cur: (this.acked = cur) });
  }

  /** Where it fails, the end of the old token brings a new connection, with a token of its own. */
  private async refresh(): Promise<void> {
    try { await this.request('refresh', { token: await this.options.token() }); } catch {}
  }

  /** Any frame is a sign of life; after a silence one is asked for. */
  private alive(): void {
    clearTimeout(this.timers.silence);
    this.timers.silence = setTimeout(() => {
      this.send('ping', {});
      this.timers.silence = setTimeout(() => this.silent(), this.heartbeat.hbTimeout);
    }, this.heartbeat.hb);
  }

  private silent(): void {
    this.socket?.close();
    this.lost(1006, 'no sign of life');
  }

  private lost(code: number, reason: string): void {
    const { afterMs } = this;
    const wasLive = this.state === 'live';
    const [stops, resumes] = [code >= 4000 && code < 4100, code >= 4200 && code < 4300];
    this.end(`closed with ${code}`, stops ? 'stopped' : 'waiting');
    if (stops) return this.tell('stopped', { code, reason });
    this.blocked++;
    const [least, most] = this.options.backoff;
    const jitter = resumes && wasLive ? 0 : Math.random() * Math.min(most, least * 2 ** this.failures++);
    void this.again(resumes ? afterMs + jitter : jitter);
  }

  /** Two connections without a `hello` are two too many: meanwhile the events are fetched. */
  private async again(delay: number): Promise<void> {
    const { turn } = this;
    if (this.blocked > 1) {
      this.become('polling');
      delay = Math.max(delay, await this.poll(turn).catch(() => 0));
    }
    if (turn === this.turn) this.timers.retry = setTimeout(() => void this.connect(), delay);
  }

  /** Answers how long the gateway wants to be left alone. */
  private async poll(turn: number): Promise<number> {
    for (const ch of new Set(['inbox', ...Object.keys(this.position), ...this.wanted])) {
      let reason = ch === 'inbox' ? 'unknown' : '';
      for (let more = !ch.startsWith('presence:'); more; ) {
        const cursor = this.position[ch];
        const query = new URLSearchParams({ limit: `${PAGE}`, ...(ch !== 'inbox' && { ch }), ...(cursor && { cursor }) });
        const answer = await this.options.fetch(`${this.options.url}/api/v1/events?${query}`, {
          headers: { authorization: `Bearer ${await this.options.token()}` }, signal: AbortSignal.timeout(this.options.answerWithin),
        });
        const { items, cursor: top, reason: why }: any = await answer.json().catch(() => ({}));
        if (turn !== this.turn) return 0;
        if (answer.status === 404 && ch !== 'inbox') more = this.refused(ch);
        else if (answer.status === 410 && cursor) reason = why;
        else if (!answer.ok) return 1000 * Number(answer.headers.get('retry-after')) || 0;
        if (answer.status === 410) delete this.position[ch];
        if (!answer.ok) continue;
        if (items.length) this.failures = 1;
        items.forEach((event: Event) => this.take(event));
        this.position[ch] = top;
        if (!cursor && reason) this.tell('reset', { ch, reason });
        more = items.length === PAGE;
      }
    }
    return 0;
  }

  private move(ch: string, to: string): void { this.position[key(ch)] = to; }

  private forget(ch: string): void {
    this.wanted.delete(ch);
    delete this.position[ch];
  }

  private refused(ch: string): false {
    this.forget(ch);
    this.tell('refused', { ch });
    return false;
  }

  private send(t: string, d: object, id?: number): void { this.socket?.send(JSON.stringify({ t, id, d })); }

  private become(state: State): void { if (this.state !== state) this.tell('state', (this.state = state)); }

  /** A listener that throws is heard of, and stops nobody else. */
  private tell<N extends keyof Told>(name: N, told: Told[N]): void {
    for (const listener of [...(this.listeners.get(name) ?? [])]) {
      try { listener(told); } catch (error) { queueMicrotask(() => { throw error; }); }
    }
  }

  /** Whatever this connection still says is not heard any more. */
  private end(why: string, state: State): void {
    this.turn++;
    this.socket = this.acked = undefined;
    this.afterMs = 0;
    Object.values(this.timers).forEach((timer) => clearTimeout(timer));
    this.timers = {};
    this.pending.forEach(({ fail }) => fail(new Refused(0, why)));
    this.become(state);
  }
}
