/** Entries of one day, as the person's clock has it. */
export interface Day<Entry> {
  /** The first moment of the day. */
  start: Date;
  entries: Entry[];
}

/** Groups entries by their days; they stay in the order that they have. */
export function days<Entry extends { occurredAt: string }>(entries: Entry[]): Day<Entry>[] {
  const found: Day<Entry>[] = [];
  for (const entry of entries) {
    const start = new Date(entry.occurredAt);
    start.setHours(0, 0, 0, 0);
    const last = found.at(-1);
    if (last?.start.getTime() === start.getTime()) {
      last.entries.push(entry);
    } else {
      found.push({ start, entries: [entry] });
    }
  }
  return found;
}

/** "Today", "yesterday", else the date. */
export function dayName(start: Date, language: string, now = new Date()): string {
  const today = new Date(now);
  today.setHours(0, 0, 0, 0);
  const ago = Math.round((today.getTime() - start.getTime()) / 86_400_000);
  if (ago <= 1) {
    const name = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-ago, 'day');
    return name.charAt(0).toUpperCase() + name.slice(1);
  }
  return new Intl.DateTimeFormat(language, { dateStyle: 'full' }).format(start);
}
