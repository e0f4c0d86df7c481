import { asProblem } from '../api/problem';

export interface PolledEvent {
  n: string;
  p: unknown;
}

/** Events of a channel behind a cursor (the inbox without `ch`); without one only where its end is. */
export type Poll = (at: { ch?: string; cursor?: string }) => Promise<{ items: PolledEvent[]; cursor: string }>;

interface Ears {
  heard: (name: string, payload: unknown) => void;
  gap: () => void;
}

const EVERY = 3000;
const LONGEST = 60_000;
const INBOX = '';

/** Asks for events over REST while there is no socket: every 3 s, and less often while that fails too. */
export class Fallback {
  private running = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private group: string | null = null;
  private cursors = new Map<string, string>();

  constructor(
    private readonly poll: Poll,
    private readonly ears: Ears,
  ) {}

  start(): void {
    if (!this.running) {
      this.running = true;
      this.failures = 0;
      this.cursors = new Map();
      void this.round();
    }
  }

  stop(): void {
    this.running = false;
    clearTimeout(this.timer);
  }

  look(groupId: string | null): void {
    this.group = groupId;
  }

  private async round(): Promise<void> {
    try {
      for (const channel of this.group === null ? [INBOX] : [INBOX, `g:${this.group}`]) {
        await this.ask(channel);
      }
      this.failures = 0;
    } catch {
      this.failures++;
    }
    if (this.running) {
      const pause = Math.min(LONGEST, EVERY * 2 ** this.failures);
      this.timer = setTimeout(() => void this.round(), pause * (0.75 + Math.random() / 2));
    }
  }

  private async ask(channel: string): Promise<void> {
    const cursor = this.cursors.get(channel);
    try {
      const page = await this.poll({ ch: channel || undefined, cursor });
      this.cursors.set(channel, page.cursor);
      if (!this.running) {
        return;
      }
      if (cursor === undefined) {
        // What happened up to here is in the state that is fetched now; what comes is behind the cursor.
        this.ears.gap();
      }
      page.items.forEach((event) => this.ears.heard(event.n, event.p));
    } catch (thrown) {
      this.cursors.delete(channel);
      if (![404, 410].includes(asProblem(thrown).status)) {
        throw thrown;
      }
    }
  }
}
