import { useTranslation } from 'react-i18next';
import { Time } from '../ui/Time';
import { usePresence } from './usePresence';
import type { PresenceState } from './watch';
import './presence.css';

/** A dot whose shape differs too, not only its colour. */
export function PresenceDot({ state }: { state: PresenceState | undefined }) {
  return <span className={`presence presence-${(state ?? 'OFFLINE').toLowerCase()}`} aria-hidden />;
}

/** How somebody appears, live; in words too, and when she was last seen where one may know. */
export function PresenceIndicator({ userId, words = false }: { userId: string; words?: boolean }) {
  const { t } = useTranslation();
  const presence = usePresence(userId);
  const state = presence?.state ?? 'OFFLINE';
  return (
    <>
      <PresenceDot state={state} />
      <span className={words ? 'muted small' : 'visually-hidden'}>
        {t(`presence.${state}`)}
        {words && state === 'OFFLINE' && presence?.lastSeen && (
          <>
            {' · '}
            <Time at={presence.lastSeen} />
          </>
        )}
      </span>
    </>
  );
}
