const STEPS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 3600 },
  { unit: 'hour', seconds: 3600, below: 86_400 },
  { unit: 'day', seconds: 86_400, below: 30 * 86_400 },
  { unit: 'month', seconds: 30 * 86_400, below: 365 * 86_400 },
  { unit: 'year', seconds: 365 * 86_400, below: Infinity },
] as const;

/** "3 minutes ago", "in 2 days": so many seconds from now, in the largest whole unit; what ends in 14 days does so for some hours. */
export function relative(language: string, seconds: number, whole = seconds > 0 ? Math.round : Math.trunc): string {
  const step = STEPS.find(({ below }) => Math.abs(seconds) < below) ?? STEPS[5];
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(whole(seconds / step.seconds), step.unit);
}
