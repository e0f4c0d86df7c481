import { io, type Socket } from 'socket.io-client';
import type { Session } from '../auth/session';
import type { EventName, Listener, Ready } from './events';
import { Fallback, type Poll } from './fallback';
import { Hearing } from './hearing';
import { Store } from './store';

/** `down`: events come by polling. `refused`: there are too many sessions; they come by polling too. */
export type LiveStatus = 'connecting' | 'live' | 'down' | 'refused';

export type Answer = { ok: true } | { ok: false; code: number; message: string; retry: boolean };

const TOO_MANY_SESSIONS = 4005;
const ANSWER_WITHIN = 5000;
/** A page that reconnects at once does not say that it was away. */
const PATIENCE = 1500;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/**
 * The live channel of one person: Socket.IO while it can be had, the same events over REST while it cannot. Each event
 * is heard once. `onGap` says that something may have been missed for good, so that what is shown is to be fetched.
 */
export class Live {
  readonly status = new Store<LiveStatus>('connecting');
  /** Where every event arrives, whichever way it came. */
  readonly hearing = new Hearing();
  private readonly fallback: Fallback;
  private readonly socket: Socket;
  private readonly gaps = new Set<() => void>();
  private readonly connected = new Set<() => void>();
  private running = false;
  /** What is shown may lack something, until the inbox has been said to its end. */
  private behind = false;
  private refusals = 0;
  private patience: ReturnType<typeof setTimeout> | undefined;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly session: Pick<Session, 'token' | 'renew'>,
    poll: Poll,
    url = location.origin,
  ) {
    this.fallback = new Fallback(poll, {
      heard: (name, payload) => this.hearing.hear(name, payload),
      gap: () => this.gap(),
    });
    this.socket = io(url, {
      autoConnect: false,
      auth: (give) => void this.credentials(give),
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
    });
    this.listen();
  }

  start(): void {
    this.running = true;
    addEventListener('online', this.comeBack);
    addEventListener('offline', this.giveUp);
    this.socket.connect();
    this.despair();
  }

  stop(): void {
    this.running = false;
    removeEventListener('online', this.comeBack);
    removeEventListener('offline', this.giveUp);
    this.forgetTimers();
    this.fallback.stop();
    this.socket.disconnect();
  }

  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
    return this.hearing.on(name, listener);
  }

  onGap(listener: () => void): () => void {
    this.gaps.add(listener);
    return () => this.gaps.delete(listener);
  }

  /** Now, if the socket is there, and whenever it comes back: for what the gateway does not remember. */
  onConnected(listener: () => void): () => void {
    this.connected.add(listener);
    if (this.socket.connected) {
      listener();
    }
    return () => this.connected.delete(listener);
  }

  /** Asks for something over the socket; without one it is not sent, and `onConnected` is the time to say it again. */
  async emit(name: 'sub' | 'unsub' | 'live' | 'presence', what: object): Promise<Answer> {
    if (!this.socket.connected) {
      return { ok: false, code: 0, message: '', retry: true };
    }
    try {
      return (await this.socket.timeout(ANSWER_WITHIN).emitWithAck(name, what)) as Answer;
    } catch {
      return { ok: false, code: 0, message: '', retry: true };
    }
  }

  /** Which group is on the screen: polling fetches its events too. */
  look(groupId: string | null): void {
    this.fallback.look(groupId);
  }

  private listen(): void {
    this.socket.on('connect', () => this.arrived());
    this.socket.on('disconnect', (reason) => this.left(reason === 'io server disconnect'));
    this.socket.on('connect_error', (error) => void this.refused(error));
    this.socket.on('ready', ({ resume }: Ready) => {
      this.behind ||= !this.socket.recovered;
      if (resume.kind !== 'replay') {
        this.caughtUp();
      }
    });
    this.socket.on('resumed', ({ ch }: { ch: string }) => {
      if (ch.startsWith('u:')) {
        this.caughtUp();
      }
    });
    this.socket.on('token.expiring', () => void this.prolong());
    this.socket.on('bye', ({ code }: { code: number }) => {
      if (code === TOO_MANY_SESSIONS) {
        this.status.set('refused');
      }
    });
    this.socket.onAny((name: string, payload: unknown) => {
      // What was missed may not be so any more; all of it is in what is fetched behind it.
      if (!this.behind || !isEvent(payload)) {
        this.hearing.hear(name, payload);
      }
    });
  }

  private arrived(): void {
    this.forgetTimers();
    this.fallback.stop();
    this.refusals = 0;
    this.status.set('live');
    this.connected.forEach((listener) => listener());
  }

  private left(forGood: boolean): void {
    if (this.running) {
      this.despair();
      if (forGood) {
        this.again();
      }
    }
  }

  /** The client comes back by itself from a lost connection, and not from a refusal. */
  private async refused(error: Error & { data?: { code?: number } }): Promise<void> {
    const crowded = error.data?.code === TOO_MANY_SESSIONS;
    if (crowded) {
      this.status.set('refused');
    }
    this.despair();
    if (this.socket.active) {
      return;
    }
    if (!crowded) {
      await this.session.renew().catch(() => undefined);
    }
    this.again();
  }

  private again(): void {
    if (this.running) {
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.refusals++);
      clearTimeout(this.pause);
      this.pause = setTimeout(() => this.socket.connect(), pause * (0.5 + Math.random() / 2));
    }
  }

  private readonly comeBack = (): void => {
    if (!this.socket.connected) {
      this.socket.disconnect().connect();
    }
  };

  /** Without a network the connection is lost: that need not wait for a heartbeat to fail. */
  private readonly giveUp = (): void => {
    this.socket.io.engine.close();
  };

  /** The first sign that there is no connection counts; those that follow do not put it off. */
  private despair(): void {
    this.patience ??= setTimeout(() => {
      this.status.set(this.status.get() === 'refused' ? 'refused' : 'down');
      this.fallback.start();
    }, PATIENCE);
  }

  private forgetTimers(): void {
    clearTimeout(this.pause);
    clearTimeout(this.patience);
    this.patience = undefined;
  }

  private async credentials(give: (auth: object) => void): Promise<void> {
    const token = await this.session.token().catch(() => '');
    give({ token });
  }

  private async prolong(): Promise<void> {
    const renewed = await this.session.renew().catch(() => null);
    if (renewed) {
      this.socket.emit('refresh', { token: renewed.access_token });
    }
  }

  /** From here on each event is heard, so that what is fetched now stays true. */
  private caughtUp(): void {
    if (this.behind) {
      this.behind = false;
      this.gap();
    }
  }

  private gap(): void {
    this.gaps.forEach((listener) => listener());
  }
}

/** What the gateway says for itself has no id. */
function isEvent(payload: unknown): boolean {
  return (payload as { eventId?: string } | null)?.eventId !== undefined;
}
