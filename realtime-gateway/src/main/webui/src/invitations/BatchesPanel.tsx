import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Batch } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useGroupName } from './useGroupName';
import { Dialog } from '../ui/Dialog';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { Time } from '../ui/Time';
import { BatchProgress } from './BatchProgress';
import { OutcomeCounts } from './Outcomes';
import { batches } from './queries';
import './invitations.css';

/** What one sent to many, the newest first; the address says which one is open. */
export function BatchesPanel() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const [search, setSearch] = useSearchParams();
  const open = search.get('batch');
  const query = useInfiniteQuery(batches(api));
  return (
    <section className="stack" aria-labelledby="batches">
      <h2 id="batches" className="visually-hidden">
        {t('invitations.box.batches')}
      </h2>
      <Loaded query={query}>
        {(found) =>
          found.length === 0 ? (
            <Empty title={t('invitations.noneBatches')} text={t('invitations.noneBatchesText')} />
          ) : (
            <ul className="list">
              {found.map((batch) => (
                <BatchLine key={batch.id} batch={batch} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
      <Dialog title={t('invitations.batch.title')} open={open !== null} onClose={() => setSearch({ box: 'batches' })}>
        {open !== null && <BatchProgress id={open} />}
      </Dialog>
    </section>
  );
}

function BatchLine({ batch }: { batch: Batch }) {
  const { t } = useTranslation();
  const group = useGroupName(batch.groupId);
  return (
    <li>
      <div className="grow stack-small">
        <p>
          <Link to={`/invitations?box=batches&batch=${batch.id}`}>
            <strong>{t('invitations.batch.line', { count: batch.total, group })}</strong>
          </Link>{' '}
          <span className="muted small">
            <Time at={batch.createdAt} />
          </span>
        </p>
        <OutcomeCounts counts={batch} />
      </div>
      <span className="badge">{t(`invitations.batch.${batch.state}`)}</span>
    </li>
  );
}
