import { createContext, use } from 'react';
import type { Api } from '../api/api';
import type { Session } from '../auth/session';
import type { Live } from '../live/live';
import type { Directory } from '../people/directory';
import type { Watch } from '../presence/watch';

/** What every part of the page stands on, for the person who is signed in. */
export interface Convoke {
  session: Pick<Session, 'userId' | 'signOut'>;
  api: Api;
  live: Live;
  directory: Directory;
  watch: Watch;
}

export const ConvokeContext = createContext<Convoke | null>(null);

export function useConvoke(): Convoke {
  const convoke = use(ConvokeContext);
  if (!convoke) {
    throw new Error('outside of ConvokeContext');
  }
  return convoke;
}
