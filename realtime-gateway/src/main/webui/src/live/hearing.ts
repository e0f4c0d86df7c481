import type { EventName, Events, Listener } from './events';
import { Seen } from './seen';

/** Passes each event on once, whichever way it came first: by the socket or by REST. */
export class Hearing {
  private readonly seen = new Seen();
  private readonly listeners = new Map<string, Set<Listener<never>>>();

  on<Name extends EventName>(name: Name, listener: Listener<Name>): () => void {
    const listening = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, listening);
    listening.add(listener);
    return () => listening.delete(listener);
  }

  hear(name: string, payload: unknown): void {
    const id = (payload as { eventId?: string } | null)?.eventId;
    // What the gateway says for itself has no id, and is not repeated.
    if (id !== undefined && !this.seen.add(id)) {
      return;
    }
    this.listeners.get(name)?.forEach((listener) => {
      try {
        (listener as Listener<EventName>)(payload as Events[EventName]);
      } catch (thrown) {
        // The others are to hear it all the same.
        reportError(thrown);
      }
    });
  }
}
