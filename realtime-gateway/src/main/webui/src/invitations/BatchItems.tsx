import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { save } from '../ui/save';
import { Select } from '../ui/Select';
import { toastFailure } from '../ui/toasts';
import { OutcomeList } from './Outcomes';
import { tableOf } from './download';
import { OUTCOMES } from './outcomes';
import { batchItems, isOver, type Outcome } from './queries';

/** What became of each recipient, of all or of those with one outcome, and as a table to keep. */
export function BatchItems({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const [outcome, setOutcome] = useState<Outcome | 'ALL'>('ALL');
  const query = useInfiniteQuery(batchItems(api, batch.id, outcome === 'ALL' ? undefined : outcome));
  const over = isOver(batch);
  const { refetch } = query;
  useEffect(() => {
    if (over) {
      void refetch();
    }
  }, [over, refetch]);
  const taking = useMutation({
    mutationFn: () => tableOf(api, batch.id),
    onSuccess: (table) => save(table, `invitations-${batch.id}.csv`),
    onError: toastFailure,
  });
  return (
    <section className="stack-small" aria-labelledby="outcomes">
      <h3 id="outcomes">{t('invitations.batch.each')}</h3>
      <Select
        label={t('invitations.batch.outcome')}
        value={outcome}
        onChange={setOutcome}
        options={(['ALL', ...OUTCOMES] as const).map((value) => ({ value, label: t(`invitations.outcome.${value}`) }))}
      />
      <Loaded query={query}>
        {(items) => (items.length === 0 ? <Empty title={t('invitations.batch.none')} /> : <OutcomeList items={items} />)}
      </Loaded>
      <More query={query} />
      <div>
        <Button isPending={taking.isPending} onPress={() => taking.mutate()}>
          <Download size={18} aria-hidden />
          {t('invitations.batch.download')}
        </Button>
      </div>
    </section>
  );
}
