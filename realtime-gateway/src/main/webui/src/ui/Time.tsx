import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { relative } from './relative';

const TICK = 10_000;

/** "3 minutes ago", "in 2 days"; and as time goes by; the exact time on hover. */
export function Time({ at }: { at: string }) {
  const { i18n } = useTranslation();
  const now = useSyncExternalStore(everyTick, () => Math.floor(Date.now() / 1000));
  const seconds = Date.parse(at) / 1000 - now;
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact.format(new Date(at))}>
      {relative(i18n.language, seconds)}
    </time>
  );
}

function everyTick(listener: () => void): () => void {
  const timer = setInterval(listener, TICK);
  return () => clearInterval(timer);
}
