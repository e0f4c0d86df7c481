import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import type { Batch } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useLiveStatus } from '../live/hooks';
import { Button } from '../ui/Button';
import { useFocusHeir } from '../ui/focus';
import { Loaded } from '../ui/Panel';
import { Progress } from '../ui/Progress';
import { toastFailure } from '../ui/toasts';
import { BatchItems } from './BatchItems';
import { OutcomeCounts } from './Outcomes';
import { putBatch } from './cache';
import { batchById, invitationKeys, isOver } from './queries';

/** How far a batch has got, live, and what became of each; it can be stopped while it runs. */
export function BatchProgress({ id }: { id: string }) {
  const { api } = useConvoke();
  const query = useQuery(batchById(api, id, useLiveStatus()));
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <div className="batch stack" ref={ref} tabIndex={-1}>
      <Loaded query={query}>
        {(batch) => (
          <>
            <Run batch={batch} />
            <BatchItems batch={batch} />
          </>
        )}
      </Loaded>
    </div>
  );
}

function Run({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  return (
    <div className="stack-small">
      <Progress
        label={t('invitations.batch.progress', { processed: batch.processed, total: batch.total })}
        value={batch.processed}
        total={batch.total}
      />
      <div className="row batch-state">
        <p role="status" className="grow">
          {t(`invitations.batch.${batch.state}`)}
        </p>
        {!isOver(batch) && <Stop batch={batch} />}
      </div>
      <OutcomeCounts counts={batch} />
    </div>
  );
}

function Stop({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const ref = useRef<HTMLDivElement>(null);
  useFocusHeir(ref);
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      body(api.invitations.POST('/api/v1/invitation-batches/{id}/cancel', { params: { path: { id: batch.id } }, body: {} })),
    onSuccess: (cancelled) => {
      putBatch(queries, cancelled);
      void queries.invalidateQueries({ queryKey: invitationKeys.outcomes(batch.id) });
    },
    onError: (thrown) => {
      toastFailure(thrown);
      void queries.invalidateQueries({ queryKey: invitationKeys.report(batch.id) });
    },
  });
  return (
    <div ref={ref}>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('invitations.batch.stop')}
      </Button>
    </div>
  );
}
