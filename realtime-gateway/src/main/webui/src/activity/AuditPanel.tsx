import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Audit } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { Time } from '../ui/Time';
import { auditOf } from './queries';
import { useSentence } from './useSentence';
import './activity.css';

/** Who did what in a group, with all that is recorded of it; for admins. */
export function AuditPanel({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(auditOf(api, groupId));
  return (
    <section className="stack" aria-labelledby="audit-title">
      <div>
        <h2 id="audit-title">{t('activity.audit')}</h2>
        <p className="muted">{t('activity.auditHint')}</p>
      </div>
      <Loaded query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t('activity.auditNone')} />
          ) : (
            <table className="audit">
              <thead>
                <tr>
                  <th scope="col">{t('activity.when')}</th>
                  <th scope="col">{t('activity.what')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
      <More query={query} />
    </section>
  );
}

function Entry({ entry }: { entry: Audit }) {
  const { t } = useTranslation();
  const sentence = useSentence(entry);
  const details = Object.entries({ ...entry.data, ...(entry.requestId !== null && { requestId: entry.requestId }) });
  return (
    <tr>
      <td className="muted small">
        <Time at={entry.occurredAt} />
      </td>
      <td>
        <p>{sentence}</p>
        {details.length > 0 && (
          <details className="small">
            <summary>{t('activity.details')}</summary>
            <dl>
              {details.map(([name, value]) => (
                <div key={name}>
                  <dt className="muted">{name}</dt>
                  <dd>{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
      </td>
    </tr>
  );
}
