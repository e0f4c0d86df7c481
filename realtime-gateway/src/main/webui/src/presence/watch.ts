import { type Api, body } from '../api/api';
import type { components } from '../api/generated/gateway';
import type { Live } from '../live/live';

/** INVISIBLE is only ever told to the person herself. */
export type PresenceState = components['schemas']['PresenceState'];
export type Presence = Pick<components['schemas']['Presence'], 'userId' | 'state' | 'lastSeen'>;

/** So many the gateway tells of by itself; of others the state is as it was when they came on the screen. */
const MOST = 100;
const AT_ONCE = 200;

/** The presence of those who are on the screen, asked for together and told of as it changes. */
export class Watch {
  private readonly states = new Map<string, Presence>();
  private readonly watchers = new Map<string, number>();
  private readonly listeners = new Set<() => void>();
  private unknown = new Set<string>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly gateway: Api['gateway'],
    private readonly live: Live,
  ) {
    live.on('presence:changed', ({ presence }) => this.set([presence]));
    live.onConnected(() => this.tell());
    live.onGap(() => {
      this.unknown = new Set(this.watchers.keys());
      this.soon();
    });
  }

  /** Follows a person until the answer is called. */
  add(userId: string): () => void {
    this.watchers.set(userId, (this.watchers.get(userId) ?? 0) + 1);
    this.unknown.add(userId);
    this.soon();
    return () => {
      const left = (this.watchers.get(userId) ?? 1) - 1;
      if (left > 0) {
        this.watchers.set(userId, left);
      } else {
        this.watchers.delete(userId);
        this.soon();
      }
    };
  }

  get(userId: string): Presence | undefined {
    return this.states.get(userId);
  }

  set(presences: Presence[]): void {
    presences.forEach((presence) => this.states.set(presence.userId, presence));
    this.listeners.forEach((listener) => listener());
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private soon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.tell();
      void this.ask();
    }, 50);
  }

  private tell(): void {
    void this.live.emit('presence', { watch: [...this.watchers.keys()].slice(0, MOST) });
  }

  private async ask(): Promise<void> {
    const userIds = [...this.unknown].slice(0, AT_ONCE);
    userIds.forEach((id) => this.unknown.delete(id));
    if (userIds.length === 0) {
      return;
    }
    try {
      const found = await body(this.gateway.POST('/api/v1/presence/query', { body: { userIds } }));
      this.set(found.items);
    } catch {
      // Without an answer they look as before; the next one on the screen, or the socket, asks again.
      userIds.forEach((id) => this.unknown.add(id));
      return;
    }
    if (this.unknown.size > 0) {
      this.soon();
    }
  }
}
