/** The ids of the newest events, so that one that comes twice is heard once. */
export class Seen {
  private readonly ids = new Set<string>();

  constructor(private readonly most = 2000) {}

  /** Whether this is the first time. */
  add(id: string): boolean {
    if (this.ids.has(id)) {
      return false;
    }
    this.ids.add(id);
    if (this.ids.size > this.most) {
      const [oldest] = this.ids;
      this.ids.delete(oldest ?? id);
    }
    return true;
  }
}
