import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { refetch } from '../api/refetch';
import type { Group } from '../api/types';
import { Title } from '../app/Title';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { useFocusKeeper } from '../ui/focus';
import { Loaded, More, Panel } from '../ui/Panel';
import { SearchBox } from '../ui/SearchBox';
import { GroupLine } from './GroupLine';
import { JoinAction } from './JoinAction';
import { foundGroups, groupKeys } from './queries';
import { useAnnounced } from './useAnnounced';

/** The groups that the person may see, to be searched and joined; what is searched for is in the address. */
export default function DiscoverPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const query = params.get('query') ?? '';
  const search = (next: string) => setParams(next ? { query: next } : {}, { replace: true });
  return (
    <div className="stack">
      <div className="page-head">
        <Title>{t('app.nav.discover')}</Title>
        <Announced onShow={() => search('')} />
      </div>
      <SearchBox label={t('groups.search')} value={query} onChange={search} />
      <Panel>
        <Found query={query} />
      </Panel>
    </div>
  );
}

/**
 * New groups wait here until somebody wants to see them, so that the list stays where it is; those that were announced
 * before she came are in it.
 */
function Announced({ onShow }: { onShow: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { count, forget } = useAnnounced();
  useEffect(() => {
    if (queries.getQueryData<string[]>(groupKeys.announced)?.length) {
      forget();
      refetch(queries, groupKeys.allFound);
    }
  }, [queries, forget]);
  const place = useFocusKeeper<HTMLDivElement>(count);
  const show = () => {
    forget();
    onShow();
    void queries.resetQueries({ queryKey: groupKeys.allFound });
  };
  return (
    <div className="announced" role="status" ref={place} tabIndex={-1}>
      {count > 0 && <Button onPress={show}>{t('groups.new', { count })}</Button>}
    </div>
  );
}

function Found({ query }: { query: string }) {
  const { api } = useConvoke();
  const found = useInfiniteQuery(foundGroups(api, query));
  return (
    <>
      <Loaded query={found}>{(groups) => (groups.length === 0 ? <Nothing query={query} /> : <Groups groups={groups} />)}</Loaded>
      <More query={found} />
    </>
  );
}

function Groups({ groups }: { groups: Group[] }) {
  return (
    <ul className="list">
      {groups.map((group) => (
        <GroupLine key={group.id} group={group}>
          <JoinAction group={group} />
        </GroupLine>
      ))}
    </ul>
  );
}

function Nothing({ query }: { query: string }) {
  const { t } = useTranslation();
  return query ? (
    <Empty title={t('groups.nothingFound')} text={t('groups.nothingFoundText')} />
  ) : (
    <Empty title={t('groups.nothingThere')} text={t('groups.nothingThereText')} />
  );
}
