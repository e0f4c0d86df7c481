import i18next from 'i18next';
import type { Hear } from '../app/assemble';
import type { Invitation } from '../api/types';
import { toast } from '../ui/toasts';
import { putBatch, putInvitation, putReceived, removeInvitee, removeReceived } from './cache';
import { invitationKeys, isOver } from './queries';

/** Keeps invitations and batches true to what is heard, and says what concerns oneself. */
export const hearInvitations: Hear = ({ live, session, directory }, queries) => {
  const called = async (id: string) => {
    const person = await directory.person(id).catch(() => null);
    return person?.name ?? i18next.t('app.someone');
  };

  live.on('invitation:received', ({ invitation }, { replayed }) => {
    if (invitation.status !== 'PENDING') {
      return;
    }
    putReceived(queries, invitation);
    if (!replayed) {
      void called(invitation.inviterId).then((name) =>
        toast({
          text: i18next.t('invitations.toast.received', { name, group: invitation.group.name }),
          to: `/invitations/${invitation.id}`,
        }),
      );
    }
  });

  live.on('invitation:sent', ({ invitation }) => putInvitation(queries, invitation));

  live.on('invitation:responded', ({ invitation }, { replayed }) => {
    putInvitation(queries, invitation);
    const { status } = invitation;
    if (!replayed && (status === 'ACCEPTED' || status === 'DECLINED')) {
      void called(invitation.inviteeId).then((name) =>
        toast({
          text: i18next.t(`invitations.toast.${status}`, { name, group: invitation.group.name }),
          to: `/invitations/${invitation.id}`,
        }),
      );
    }
  });

  live.on('invitation:cancelled', ({ invitation }, { replayed }) => {
    putInvitation(queries, invitation);
    removeReceived(queries, invitation);
    const text = invitation.inviteeId === session.userId ? withdrawn(invitation) : null;
    if (text !== null && !replayed) {
      toast({ text });
    }
  });

  live.on('group:invitations_sent', ({ batch }, { replayed }) => {
    putBatch(queries, batch);
    if (!isOver(batch)) {
      return;
    }
    void queries.invalidateQueries({ queryKey: invitationKeys.outcomes(batch.id) });
    void queries.invalidateQueries({ queryKey: invitationKeys.batches });
    // Only she herself cancels her batch.
    if (!replayed && batch.state === 'COMPLETED') {
      toast({
        text: i18next.t('invitations.toast.batch', { count: batch.created, total: batch.total }),
        to: `/invitations?box=batches&batch=${batch.id}`,
      });
    }
  });

  live.on('group:member_joined', ({ groupId, userId }) => removeInvitee(queries, groupId, userId));
};

/** Why an invitation that one got is over; nothing where one has joined or gone oneself. */
function withdrawn({ status, reason, group }: Invitation): string | null {
  if (reason === 'JOINED' || reason === 'ERASED') {
    return null;
  }
  const how = status === 'EXPIRED' ? 'EXPIRED' : status === 'REVOKED' ? 'REVOKED' : 'CANCELLED';
  return i18next.t(`invitations.toast.${how}`, { group: group.name });
}
