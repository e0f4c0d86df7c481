import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';

const STEPS = [
  { unit: 'second', seconds: 1, below: 60 },
  { unit: 'minute', seconds: 60, below: 3600 },
  { unit: 'hour', seconds: 3600, below: 86_400 },
  { unit: 'day', seconds: 86_400, below: 30 * 86_400 },
  { unit: 'month', seconds: 30 * 86_400, below: 365 * 86_400 },
  { unit: 'year', seconds: 365 * 86_400, below: Infinity },
] as const;

const TICK = 10_000;

/** "3 minutes ago", "in 2 days"; and as time goes by; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = useSyncExternalStore(everyTick, () => Math.floor(Date.now() / 1000));
  const seconds = Date.parse(at) / 1000 - now;
  const step = STEPS.find(({ below }) => Math.abs(seconds) < below) ?? STEPS[5];
  const relative = new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' });
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {relative.format(Math.trunc(seconds / step.seconds), step.unit)}
    </time>
  );
}

function everyTick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK);
  return () => clearInterval(timer);
}
