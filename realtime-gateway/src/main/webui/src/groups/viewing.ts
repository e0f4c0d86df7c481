import type { Live } from '../live/live';
import { Store } from '../live/store';

const SAY_EVERY = 15_000;
const FORGET_AFTER = 30_000;
/** The gateway takes one sign in two seconds. */
const PAUSE = 2000;
const JITTER = 1000;

type Timer = ReturnType<typeof setTimeout>;

/**
 * Tells the others in a group that one looks at it, for as long as the page is visible, and knows who of them does.
 * Somebody new is answered soon, so that she learns who was there before her.
 */
export class Viewing {
  readonly viewers = new Store<readonly string[]>([]);
  private readonly timers = new Map<string, Timer>();
  private readonly ends: (() => void)[] = [];
  private saidAt = -Infinity;
  private next: Timer | undefined;

  constructor(
    private readonly live: Pick<Live, 'on' | 'onConnected' | 'emit'>,
    private readonly groupId: string,
    private readonly me: string,
  ) {}

  start(): void {
    const every = setInterval(() => this.soon(0), SAY_EVERY);
    document.addEventListener('visibilitychange', this.shownOrHidden);
    this.ends.push(
      () => clearInterval(every),
      () => document.removeEventListener('visibilitychange', this.shownOrHidden),
      this.live.on('group:live_activity', ({ groupId, userId, kind }) => {
        if (groupId === this.groupId && userId !== this.me) {
          this.heard(userId, kind);
        }
      }),
      this.live.onConnected(() => this.soon(0)),
    );
  }

  stop(): void {
    this.ends.splice(0).forEach((end) => end());
    this.timers.forEach(clearTimeout);
    this.timers.clear();
    this.viewers.set([]);
    this.leave();
  }

  private heard(userId: string, kind: 'VIEWING' | 'TYPING' | 'IDLE'): void {
    const known = this.timers.get(userId);
    clearTimeout(known);
    this.timers.delete(userId);
    if (kind !== 'IDLE') {
      this.timers.set(
        userId,
        setTimeout(() => this.heard(userId, 'IDLE'), FORGET_AFTER),
      );
      if (known === undefined) {
        this.soon(Math.random() * JITTER);
      }
    }
    if ((known !== undefined) !== this.timers.has(userId)) {
      this.viewers.set([...this.timers.keys()]);
    }
  }

  private readonly shownOrHidden = (): void => {
    if (document.visibilityState === 'visible') {
      this.soon(0);
    } else {
      this.leave();
    }
  };

  /** Says it once after that time, however many ask for it, and not before the gateway takes it. */
  private soon(delay: number): void {
    const wait = Math.max(delay, this.saidAt + PAUSE - Date.now());
    if (wait > 0) {
      this.next ??= setTimeout(() => this.say(), wait);
    } else {
      this.say();
    }
  }

  private say(): void {
    this.forgetNext();
    if (document.visibilityState === 'visible') {
      this.saidAt = Date.now();
      void this.live.emit('live', { g: this.groupId, kind: 'VIEWING' });
    }
  }

  private leave(): void {
    this.forgetNext();
    void this.live.emit('live', { g: this.groupId, kind: 'IDLE' });
  }

  private forgetNext(): void {
    clearTimeout(this.next);
    this.next = undefined;
  }
}
