import type { ReactNode } from 'react';
import { usePerson } from './usePerson';
import { PresenceIndicator } from '../presence/PresenceIndicator';
import { Avatar } from '../ui/Avatar';
import { useName } from './Name';

/** Somebody in a list: first letters, presence, name, and what is to be said of her below it; a paragraph there is what somebody wrote. */
export function PersonLine({ id, children }: { id: string; children?: ReactNode }) {
  const person = usePerson(id);
  const name = useName(id);
  return (
    <>
      <Avatar name={person?.name ?? '·'}>
        <PresenceIndicator userId={id} />
      </Avatar>
      <div className="grow">
        <div>
          <strong>{name}</strong> {person !== undefined && <bdi className="muted small">{person ? `@${person.username}` : id}</bdi>}
        </div>
        <div className="muted small person-note">{children}</div>
      </div>
    </>
  );
}
