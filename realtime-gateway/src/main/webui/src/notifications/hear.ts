import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { refetchSoon } from '../api/queries';
import type { Hear } from '../app/assemble';
import type { Convoke } from '../app/convoke';
import type { EventName, Events } from '../live/events';
import { toast } from '../ui/toasts';
import { putMark } from './marks';
import { groupLevels, levelOf, notificationKeys, setLevel } from './queries';
import { sentence, told } from './told';

/** Keeps notifications and their counts true, and tells in passing what concerns her and nobody else tells. */
export const hearNotifications: Hear = (convoke, queries) => {
  hearMarks(convoke, queries);
  hearNew(convoke, queries);
  const { live, session } = convoke;
  const isMe = (userId: string) => userId === session.userId;
  const tell = <Name extends EventName>(name: Name, payload: Events[Name] & { groupId: string }, important = true) =>
    void announce(convoke, queries, { name, payload, important });

  live.on('member:removed', (removed) => {
    if (isMe(removed.userId)) {
      tell('member:removed', removed);
    }
  });
  live.on('member:role_changed', (changed) => tell('member:role_changed', changed));
  live.on('group:member_muted', (muted) => {
    if (isMe(muted.userId) && !isMe(muted.actorId)) {
      tell('group:member_muted', muted);
    }
  });
  live.on('join_request:created', (asked) => tell('join_request:created', asked, false));
  live.on('join_request:decided', (decided) => {
    if (isMe(decided.joinRequest.userId)) {
      tell('join_request:decided', decided);
    }
  });
};

/** Which events are notifications the gateway knows; the list comes from there. */
const hearNew: Hear = ({ live, session }, queries) => {
  const fetchAnew = () => {
    refetchSoon(queries, notificationKeys.lists);
    refetchSoon(queries, notificationKeys.counts);
  };
  live.on('invitation:received', fetchAnew);
  live.on('invitation:responded', fetchAnew);
  live.on('invitation:cancelled', fetchAnew);
  live.on('member:role_changed', fetchAnew);
  live.on('join_request:created', fetchAnew);
  live.on('join_request:decided', fetchAnew);
  live.on('group:invitations_sent', ({ batch }) => ['COMPLETED', 'CANCELLED'].includes(batch.state) && fetchAnew());
  live.on('member:removed', ({ userId }) => userId === session.userId && fetchAnew());
};

const hearMarks: Hear = ({ live }, queries) => {
  live.on('ready', ({ unseen, unread }) => queries.setQueryData(notificationKeys.counts, { unseen, unread }));
  live.on('notification:read', (mark) => {
    putMark(queries, mark);
    queries.setQueryData(notificationKeys.counts, { unseen: mark.unseen, unread: mark.unread });
  });
  live.on('notification:level', ({ groupId, level }) => setLevel(queries, { groupId, level }));
  // What she said of a group is forgotten when she leaves it.
  live.on('joined', () => refetchSoon(queries, notificationKeys.levels));
};

interface News {
  name: EventName;
  payload: { groupId: string };
  /** Whether it concerns her herself. */
  important: boolean;
}

async function announce(convoke: Convoke, queries: QueryClient, { name, payload, important }: News): Promise<void> {
  const { api, directory, session } = convoke;
  const levels = await queries.query({ ...groupLevels(api), staleTime: Infinity }).catch(() => []);
  const level = levelOf(levels, payload.groupId);
  if (level === 'MUTED' || (level === 'IMPORTANT' && !important)) {
    return;
  }
  const { who, ...news } = told(name, payload, session.userId);
  const person = who === undefined ? null : await directory.person(who).catch(() => null);
  toast({ text: sentence(i18next.t, news, person?.name ?? i18next.t('app.someone')), to: news.to });
}
