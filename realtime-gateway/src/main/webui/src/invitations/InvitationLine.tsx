import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Invitation } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { Avatar } from '../ui/Avatar';
import { useFocusHeir, useFocusWhenShown } from '../ui/focus';
import { Time } from '../ui/Time';
import { ReceivedActions } from './ReceivedActions';
import { SentActions } from './SentActions';
import './invitations.css';

/** An invitation in a list, with what one may do with it. */
export function InvitationLine({ invitation }: { invitation: Invitation }) {
  const ref = useRef<HTMLLIElement>(null);
  useFocusHeir(ref);
  const focusLine = useFocusWhenShown(ref);
  return (
    <li ref={ref} tabIndex={-1}>
      <InvitationCard invitation={invitation} onDecided={focusLine} />
    </li>
  );
}

/** Who invites whom to what, as far as it has got. */
export function InvitationCard({ invitation, onDecided }: { invitation: Invitation; onDecided: () => void }) {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const { group, status } = invitation;
  const pending = status === 'PENDING';
  const toMe = invitation.inviteeId === session.userId;
  const invitee = useName(invitation.inviteeId);
  const inviter = useName(invitation.inviterId);
  const who = toMe ? 'toMe' : invitation.inviterId === session.userId ? 'fromMe' : 'between';
  return (
    <>
      <Avatar name={toMe ? group.name : invitee} />
      <div className="grow">
        <p>
          <Link to={`/groups/${group.id}`}>
            <strong>{group.name}</strong>
          </Link>{' '}
          <span className="muted small number">
            {t(`groups.visibility.${group.visibility}`)} · {t('groups.members', { count: group.memberCount })}
          </span>
        </p>
        <p>{t(`invitations.who.${who}`, { inviter, invitee })}</p>
        {invitation.message && <blockquote className="invitation-message written">{invitation.message}</blockquote>}
        <p className="muted small">
          <Link to={`/invitations/${invitation.id}`}>
            <Time at={invitation.createdAt} />
          </Link>
          {pending && (
            <>
              {' · '}
              {t('invitations.ends')} <Time at={invitation.expiresAt} />
            </>
          )}
        </p>
      </div>
      <span role="status">
        {!pending && <span className="badge">{t(`invitations.status.${status}`)}</span>}
        {!pending && invitation.reason && <span className="muted small"> {t(`invitations.reason.${invitation.reason}`)}</span>}
      </span>
      {toMe ? (
        <ReceivedActions invitation={invitation} onDecided={onDecided} />
      ) : (
        pending && <SentActions invitation={invitation} invitee={invitee} onDecided={onDecided} />
      )}
    </>
  );
}
