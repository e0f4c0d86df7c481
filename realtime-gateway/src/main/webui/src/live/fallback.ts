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
const PUBLIC = 'public';

/** Asks for events over REST while there is no socket: every 3 s, and less often while that fails too. */
export class Fallback {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private failures = 0;
  private group: string | null = null;
  /** How far it has come in each channel, from start to stop; null while it rests. */
  private cursors: Map<string, string> | null = null;

  constructor(
    private readonly poll: Poll,
    private readonly ears: Ears,
  ) {}

  start(): void {
    if (!this.cursors) {
      this.failures = 0;
      this.cursors = new Map();
      void this.round(this.cursors);
    }
  }

  stop(): void {
    this.cursors = null;
    clearTimeout(this.timer);
  }

  /** A group that comes on the screen is fetched as it is now: its events count from here on. */
  look(groupId: string | null): void {
    if (this.group !== null) {
      this.cursors?.delete(channelOf(this.group));
    }
    this.group = groupId;
  }

  private async round(cursors: Map<string, string>): Promise<void> {
    try {
      for (const channel of this.group === null ? [INBOX, PUBLIC] : [INBOX, channelOf(this.group), PUBLIC]) {
        await this.ask(channel, cursors);
      }
      this.failures = 0;
    } catch {
      this.failures++;
    }
    // It may have been stopped, and started anew, in the meantime.
    if (cursors === this.cursors) {
      const pause = Math.min(LONGEST, EVERY * 2 ** this.failures);
      this.timer = setTimeout(() => void this.round(cursors), pause * (0.75 + Math.random() / 2));
    }
  }

  private async ask(channel: string, cursors: Map<string, string>): Promise<void> {
    const cursor = cursors.get(channel);
    try {
      const page = await this.poll({ ch: channel || undefined, cursor });
      if (cursors !== this.cursors) {
        return;
      }
      cursors.set(channel, page.cursor);
      if (cursor === undefined && channel !== PUBLIC) {
        // What happened up to here is in the state that is fetched now; what comes is behind the cursor.
        this.ears.gap();
      }
      page.items.forEach((event) => this.ears.heard(event.n, event.p));
    } catch (thrown) {
      if (![404, 410].includes(asProblem(thrown).status)) {
        throw thrown;
      }
      cursors.delete(channel);
    }
  }
}

function channelOf(groupId: string): string {
  return `g:${groupId}`;
}
