import { useTranslation } from 'react-i18next';
import { Time } from '../ui/Time';
import { usePresence } from './usePresence';

/** When somebody who is offline was here, after what else is said of her; nothing where one may not know. */
export function LastSeen({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const presence = usePresence(userId);
  if (presence?.state !== 'OFFLINE' || !presence.lastSeen) {
    return null;
  }
  return (
    <>
      {' · '}
      {t('presence.lastSeen')} <Time at={presence.lastSeen} />
    </>
  );
}
