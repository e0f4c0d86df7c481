import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Title } from '../app/Title';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { focusNeighbour, useFocusKeeper } from '../ui/focus';
import { Loaded, More, Panel } from '../ui/Panel';
import { NotificationLine } from './NotificationLine';
import { notifications, type Shown } from './queries';
import { useFresh } from './useFresh';
import { useMark } from './useMark';
import './notifications.css';

/** Everything that asked for attention; who looks here has seen it. */
export default function NotificationsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const shown = search.get('show') === 'unread' ? 'unread' : 'all';
  return (
    <div className="stack">
      <Title>{t('app.nav.notifications')}</Title>
      <nav className="tabs" aria-label={t('notifications.shown')}>
        <Link className="tab" to="?" aria-current={shown === 'all' ? 'page' : undefined}>
          {t('notifications.all')}
        </Link>
        <Link className="tab" to="?show=unread" aria-current={shown === 'unread' ? 'page' : undefined}>
          {t('notifications.onlyUnread')}
        </Link>
      </nav>
      <Panel>
        <List key={shown} shown={shown} />
      </Panel>
    </div>
  );
}

function List({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(notifications(api, shown));
  const mark = useMark();
  const fresh = useFresh(query.data, mark);
  const place = useFocusKeeper<HTMLDivElement>(query.data?.length);
  return (
    <div ref={place} tabIndex={-1}>
      <Loaded query={query}>
        {(items) =>
          items[0] === undefined ? (
            <Empty title={t(`notifications.none.${shown}`)} text={t('notifications.noneText')} />
          ) : (
            <div className="stack">
              <div className="row">
                <Button onPress={() => readAll(items[0]?.cursor)}>{t('notifications.readAll')}</Button>
              </div>
              <ul className="list">
                {items.map((each) => (
                  <NotificationLine
                    key={each.id}
                    notification={each}
                    fresh={fresh.has(each.id)}
                    onRead={() => mark({ ids: [each.id] })}
                    onDelete={() => remove(each.id)}
                  />
                ))}
              </ul>
              <More query={query} />
            </div>
          )
        }
      </Loaded>
    </div>
  );

  function readAll(upTo: string | undefined) {
    if (upTo !== undefined) {
      mark({ upTo });
    }
  }

  function remove(id: string) {
    focusNeighbour();
    mark({ deleted: [id] });
  }
}
