/** Lets its callers through one after another, each so many milliseconds after the one before. */
export class Pace {
  private free = 0;

  constructor(private readonly pause: number) {}

  /** Resolves when it is the caller's turn. */
  async turn(): Promise<void> {
    const now = Date.now();
    const at = Math.max(now, this.free);
    this.free = at + this.pause;
    if (at > now) {
      await new Promise((resolve) => setTimeout(resolve, at - now));
    }
  }
}
