import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { presenceOf } from './queries';

/** How many of the group are here, live for as long as it is shown; its place is kept until that is known. */
export function OnlineCount({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api, live } = useConvoke();
  const { data } = useQuery(presenceOf(api, groupId));
  useEffect(() => {
    const ch = `presence:${groupId}`;
    const forget = live.onConnected(() => void live.emit('sub', { ch }));
    return () => {
      forget();
      void live.emit('unsub', { ch });
    };
  }, [live, groupId]);
  return (
    <span className="muted number" aria-live="polite">
      {data ? t('groups.online', { count: data.online }) : '…'}
    </span>
  );
}
