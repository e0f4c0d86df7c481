import type { QueryClient } from '@tanstack/react-query';
import { body, connect } from '../api/api';
import { queryClient } from '../api/queries';
import { refetch } from '../api/refetch';
import type { WebConfig } from '../auth/config';
import type { Session } from '../auth/session';
import { hearGroups } from '../groups/hear';
import { hearInvitations } from '../invitations/hear';
import { Live } from '../live/live';
import { hearMembers } from '../members/hear';
import { hearNotifications } from '../notifications/hear';
import { Directory } from '../people/directory';
import { Watch } from '../presence/watch';
import type { Convoke } from './convoke';

/** Puts the parts together for one person: what is heard goes into what is shown. */
export function assemble(config: WebConfig, session: Session): { convoke: Convoke; queries: QueryClient } {
  const api = connect(config, session);
  const queries = queryClient();
  const live = new Live(session, (query) => body(api.gateway.GET('/api/v1/events', { params: { query } })));
  const convoke = { session, api, live, directory: new Directory(api.groups), watch: new Watch(api.gateway, live) };
  hearAll(convoke, queries);
  return { convoke, queries };
}

/** Every capability listens; where something may have been missed for good, all that is shown is fetched anew. */
export const hearAll: Hear = (convoke, queries) => {
  convoke.live.onGap(() => refetch(queries));
  [hearGroups, hearMembers, hearInvitations, hearNotifications].forEach((hear) => hear(convoke, queries));
};

/** What a capability does with what is heard: it keeps the state that was fetched true. */
export type Hear = (convoke: Convoke, queries: QueryClient) => void;
