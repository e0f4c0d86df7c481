import type { Live } from '../live/live';
import { Store } from '../live/store';

const SAY_EVERY = 15_000;
const FORGET_AFTER = 30_000;
/** The gateway takes one sign in two seconds. */
const PAUSE = 2000;
const JITTER = 1000;
/** By then the gateway takes her to be away, unless the page goes on saying that she looks. */
const UNATTENDED_AFTER = 5 * 60_000;
const ATTENTION = ['pointerdown', 'pointermove', 'wheel', 'keydown'] as const;

type Timer = ReturnType<typeof setTimeout>;

/**
 * Tells the others in a group that one looks at it, for as long as the page is visible and somebody is at it, and knows
 * who of them does. Somebody new is answered soon, so that she learns who was there before her.
 */
export class Viewing {
  readonly viewers = new Store<readonly string[]>([]);
  private readonly timers = new Map<string, Timer>();
  private readonly ends: (() => void)[] = [];
  private said: 'VIEWING' | 'IDLE' = 'IDLE';
  private saidAt = -Infinity;
  private attendedAt = Date.now();
  private next: Timer | undefined;

  constructor(
    private readonly live: Pick<Live, 'on' | 'onConnected' | 'emit'>,
    private readonly groupId: string,
    private readonly me: string,
  ) {}

  start(): void {
    const every = setInterval(() => this.soon(0), SAY_EVERY);
    document.addEventListener('visibilitychange', this.shownOrHidden);
    ATTENTION.forEach((sign) => document.addEventListener(sign, this.attended, { capture: true, passive: true }));
    this.ends.push(
      () => clearInterval(every),
      () => document.removeEventListener('visibilitychange', this.shownOrHidden),
      () => ATTENTION.forEach((sign) => document.removeEventListener(sign, this.attended, { capture: true })),
      this.live.on('group:live_activity', ({ groupId, userId, kind }) => {
        if (groupId === this.groupId && userId !== this.me) {
          this.heard(userId, kind);
        }
      }),
      this.live.on('group:member_left', this.gone),
      this.live.on('member:removed', this.gone),
      this.live.onConnected(() => this.soon(0)),
    );
  }

  stop(): void {
    this.ends.splice(0).forEach((end) => end());
    this.timers.forEach(clearTimeout);
    this.timers.clear();
    this.viewers.set([]);
    this.forgetNext();
    this.tell('IDLE');
  }

  private readonly gone = ({ groupId, userId }: { groupId: string; userId: string }): void => {
    if (groupId === this.groupId) {
      this.heard(userId, 'IDLE');
    }
  };

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
    this.attendedAt = Date.now();
    this.soon(0);
  };

  private readonly attended = (): void => {
    const wasUnattended = this.isUnattended();
    this.attendedAt = Date.now();
    if (wasUnattended) {
      this.soon(0);
    }
  };

  private isUnattended(): boolean {
    return Date.now() - this.attendedAt >= UNATTENDED_AFTER;
  }

  /** Says how it is after that time, once however many ask for it, and not before the gateway takes it. */
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
    if (document.visibilityState !== 'visible') {
      this.tell('IDLE');
    } else if (!this.isUnattended()) {
      this.tell('VIEWING');
    }
  }

  private tell(kind: 'VIEWING' | 'IDLE'): void {
    if (kind === 'VIEWING' || this.said === 'VIEWING') {
      this.said = kind;
      this.saidAt = Date.now();
      void this.live.emit('live', { g: this.groupId, kind });
    }
  }

  private forgetNext(): void {
    clearTimeout(this.next);
    this.next = undefined;
  }
}
