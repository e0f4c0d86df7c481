import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Batch, Invitation, Prediction } from '../api/types';
import { useConvoke } from '../app/convoke';
import { toast } from '../ui/toasts';
import { putInvitation } from './cache';
import { invitationKeys } from './queries';
import { type Order, predict, sendMany, sendOne } from './send';

interface Ends {
  onBatch: (id: string) => void;
  onClose: () => void;
  onRefused: (thrown: unknown) => void;
}

type Sent = { one: Invitation } | { batch: Batch };

/** Sends one invitation, or a batch of many, or asks first what would become of it. */
export function useInvite({ onBatch, onClose, onRefused }: Ends) {
  const { t } = useTranslation();
  const { api, directory } = useConvoke();
  const queries = useQueryClient();
  const sending = useMutation({
    mutationFn: async (order: Order): Promise<Sent> =>
      order.inviteeIds.length === 1 ? { one: await sendOne(api, order) } : { batch: await sendMany(api, order) },
    onSuccess: async (sent) => {
      if ('one' in sent) {
        putInvitation(queries, sent.one);
        onClose();
        const person = await directory.person(sent.one.inviteeId).catch(() => null);
        toast({ text: t('invitations.toast.sent', { name: person?.name ?? t('app.someone') }), to: `/invitations/${sent.one.id}` });
      } else {
        queries.setQueryData(invitationKeys.report(sent.batch.id), sent.batch);
        void queries.invalidateQueries({ queryKey: invitationKeys.batches });
        onBatch(sent.batch.id);
      }
    },
    onError: onRefused,
  });
  const asking = useMutation({ mutationFn: (order: Order) => predict(api, order), onError: onRefused });
  return {
    send: (order: Order) => sending.mutate(order),
    isSending: sending.isPending,
    predict: (order: Order) => asking.mutate(order),
    isPredicting: asking.isPending,
    /** What was answered, as long as the same people are meant. */
    predictionFor: (ids: string[]): Prediction | undefined =>
      asking.variables?.inviteeIds.join() === ids.join() ? asking.data : undefined,
  };
}
