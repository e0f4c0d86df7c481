const failed = new WeakSet<Error>();

addEventListener('vite:preloadError', ({ payload }) => failed.add(payload));

/** A part of the page that was not there: React remembers that, so that only a reload helps. */
export function couldNotLoad(thrown: unknown): boolean {
  return thrown instanceof Error && failed.has(thrown);
}
