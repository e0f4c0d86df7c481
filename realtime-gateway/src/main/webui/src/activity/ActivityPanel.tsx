import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Activity } from '../api/types';
import { useConvoke } from '../app/convoke';
import { usePerson } from '../people/usePerson';
import { Avatar } from '../ui/Avatar';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { dayName, days } from './days';
import { activityOf } from './queries';
import { useSentence } from './useSentence';

/** What happened in a group, day by day, the newest first; what happens now comes on top. */
export function ActivityPanel({ groupId }: { groupId: string }) {
  const { t, i18n } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(activityOf(api, groupId));
  return (
    <section className="stack" aria-labelledby="activity-title">
      <h2 id="activity-title">{t('activity.title')}</h2>
      <Loaded query={query}>
        {(entries) =>
          entries.length === 0 ? (
            <Empty title={t('activity.none')} text={t('activity.noneText')} />
          ) : (
            days(entries).map((day) => (
              <div key={day.start.getTime()} className="stack-small">
                <h3>{dayName(day.start, i18n.language)}</h3>
                <ol className="list">
                  {day.entries.map((entry) => (
                    <Entry key={entry.id} entry={entry} />
                  ))}
                </ol>
              </div>
            ))
          )
        }
      </Loaded>
      <More query={query} />
    </section>
  );
}

function Entry({ entry }: { entry: Activity }) {
  const { i18n } = useTranslation();
  const actor = usePerson(entry.actorId);
  const sentence = useSentence(entry);
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(new Date(entry.occurredAt));
  return (
    <li>
      <Avatar name={actor?.name ?? '·'} />
      <p className="grow">{sentence}</p>
      <time className="muted small number" dateTime={entry.occurredAt}>
        {time}
      </time>
    </li>
  );
}
