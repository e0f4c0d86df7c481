import { useTranslation } from 'react-i18next';
import type { BatchItem } from '../api/types';
import { PersonLine } from '../people/Person';
import { type Counts, countsOf } from './outcomes';

/** How many have which outcome. */
export function OutcomeCounts({ counts }: { counts: Counts }) {
  const { t } = useTranslation();
  return (
    <ul className="counts">
      {countsOf(counts).map(({ outcome, count }) => (
        <li key={outcome} className={outcome === 'CREATED' ? 'badge badge-accent number' : 'badge number'}>
          {t(`invitations.outcome.${outcome}`)}: {count}
        </li>
      ))}
    </ul>
  );
}

/** What became, or would become, of each. */
export function OutcomeList({ items }: { items: Pick<BatchItem, 'inviteeId' | 'outcome'>[] }) {
  const { t } = useTranslation();
  return (
    <ul className="list">
      {items.map(({ inviteeId, outcome }) => (
        <li key={inviteeId}>
          <PersonLine id={inviteeId}>{outcome ? t(`invitations.outcome.${outcome}`) : t('invitations.outcome.WAITING')}</PersonLine>
        </li>
      ))}
    </ul>
  );
}
