import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Invitation } from '../api/types';
import { Loaded, More } from '../ui/Panel';
import { InvitationLine } from './InvitationLine';

/** The invitations that a query answers, or what is said where there are none. */
export function InvitationList({ query, empty }: { query: UseInfiniteQueryResult<Invitation[]>; empty: ReactNode }) {
  return (
    <>
      <Loaded query={query}>
        {(invitations) =>
          invitations.length === 0 ? (
            empty
          ) : (
            <ul className="list">
              {invitations.map((invitation) => (
                <InvitationLine key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
    </>
  );
}
