import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { refetch } from '../api/refetch';
import { useConvoke } from '../app/convoke';
import { useEvent } from '../live/hooks';
import { memberKeys, presenceOf } from './queries';

/** How many of the group are here, live for as long as it is shown; its place is kept until that is known. */
export function OnlineCount({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data } = useQuery(presenceOf(api, groupId));
  useFollowed(groupId);
  return (
    <span className="muted number" aria-live="polite">
      {data ? t('groups.online', { count: data.online }) : '…'}
    </span>
  );
}

/** Listens to the group's presence, from its first moment on also where one becomes a member only now. */
function useFollowed(groupId: string) {
  const { live } = useConvoke();
  const queries = useQueryClient();
  const ch = `presence:${groupId}`;
  const follow = useCallback(async () => {
    await live.emit('sub', { ch });
    // Of those who have gone before that nothing is told.
    refetch(queries, memberKeys.presence(groupId));
  }, [live, queries, ch, groupId]);
  useEffect(() => {
    const forget = live.onConnected(() => void follow());
    return () => {
      forget();
      void live.emit('unsub', { ch });
    };
  }, [live, ch, follow]);
  // The gateway hears of a new member a little later than her page does, and has refused her until then.
  useEvent('joined', (joined) => {
    if (joined.ch === `g:${groupId}`) {
      void follow();
    }
  });
}
