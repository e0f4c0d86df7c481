import { useTranslation } from 'react-i18next';
import { usePresence } from './usePresence';
import type { PresenceState } from './watch';
import './presence.css';

/** A dot whose shape differs too, not only its colour. */
export function PresenceDot({ state }: { state: PresenceState | undefined }) {
  return <span className={`presence presence-${(state ?? 'OFFLINE').toLowerCase()}`} aria-hidden />;
}

/** How somebody appears, live; in words for screen readers. */
export function PresenceIndicator({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const state = usePresence(userId)?.state ?? 'OFFLINE';
  return (
    <>
      <PresenceDot state={state} />
      <span className="visually-hidden">{t(`presence.${state}`)}</span>
    </>
  );
}
