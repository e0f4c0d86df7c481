import type { QueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { refetch } from '../api/refetch';
import type { Invitation } from '../api/types';
import type { Hear } from '../app/assemble';
import { sentence, told } from '../notifications/told';
import { toast } from '../ui/toasts';
import { putBatch, putInvitation, putReceived, removeInvitee, removeReceived, settleReceived } from './cache';
import { invitationKeys, isOver } from './queries';

/** Keeps invitations and batches true to what is heard, and says what concerns oneself. */
export const hearInvitations: Hear = ({ live, session, directory }, queries) => {
  const called = async (id: string | undefined) => {
    const person = id === undefined ? null : await directory.person(id).catch(() => null);
    return person?.name ?? i18next.t('app.someone');
  };

  live.on('invitation:received', ({ invitation }) => {
    if (invitation.status !== 'PENDING') {
      return;
    }
    putReceived(queries, invitation);
    void called(invitation.inviterId).then((name) =>
      toast({
        text: i18next.t('invitations.toast.received', { name, group: invitation.group.name }),
        to: `/invitations/${invitation.id}`,
      }),
    );
  });

  live.on('invitation:sent', ({ invitation }) => putInvitation(queries, invitation));

  live.on('invitation:responded', ({ invitation }) => {
    putInvitation(queries, invitation);
    const { status } = invitation;
    if ((status === 'ACCEPTED' || status === 'DECLINED')) {
      void called(invitation.inviteeId).then((name) =>
        toast({
          text: i18next.t(`invitations.toast.${status}`, { name, group: invitation.group.name }),
          to: `/invitations/${invitation.id}`,
        }),
      );
    }
  });

  live.on('invitation:cancelled', (payload) => {
    const { invitation } = payload;
    putInvitation(queries, invitation);
    removeReceived(queries, invitation);
    if (isNews(invitation, session.userId)) {
      const { who, ...news } = told('invitation:cancelled', payload, session.userId);
      void called(who).then((name) => toast({ text: sentence(i18next.t, news, name), to: news.to }));
    }
  });

  const outcomesSoon = outcomes(queries);
  live.on('group:invitations_sent', ({ batch }) => {
    putBatch(queries, batch);
    outcomesSoon(batch.id);
    if (!isOver(batch)) {
      return;
    }
    refetch(queries, invitationKeys.batches);
    // Only she herself cancels her batch.
    if (batch.state === 'COMPLETED') {
      toast({
        text: i18next.t('invitations.toast.batch', { count: batch.created, total: batch.total }),
        to: `/invitations?box=batches&batch=${batch.id}`,
      });
    }
  });

  live.on('group:member_joined', ({ groupId, userId }) => {
    removeInvitee(queries, groupId, userId);
    if (userId === session.userId) {
      settleReceived(queries, groupId);
    }
  });
};

/**
 * Whether the end of an invitation is told in passing. It is not where one has joined or gone oneself, nor to an inviter
 * who may have banned the invitee or ended the group herself: that is not said.
 */
function isNews({ inviterId, reason }: Invitation, me: string): boolean {
  const oneWentIn = reason === 'JOINED' || reason === 'ERASED';
  return reason === null || (inviterId === me) === oneWentIn;
}

const EVERY = 1000;

/** Fetches what became of each, at most once a second however often the batch is heard of. */
function outcomes(queries: QueryClient): (batchId: string) => void {
  const waiting = new Set<string>();
  return (batchId) => {
    if (!waiting.has(batchId)) {
      waiting.add(batchId);
      setTimeout(() => {
        waiting.delete(batchId);
        refetch(queries, invitationKeys.outcomes(batchId));
      }, EVERY);
    }
  };
}
