import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refetch } from '../api/refetch';
import { useConvoke } from '../app/convoke';
import { useEvent } from '../live/hooks';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { useFocusKeeper } from '../ui/focus';
import { Loaded, More } from '../ui/Panel';
import { LinkLine } from './LinkLine';
import { linkKeys, linksOf } from './queries';

const CreateLinkDialog = lazy(() => import('./CreateLinkDialog'));

/** The links by which people come into a group; for its admins. */
export function LinksPanel({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(linksOf(api, groupId));
  const [creating, setCreating] = useState(false);
  const place = useFocusKeeper<HTMLElement>(query.data);
  const queries = useQueryClient();
  useEvent('group:member_joined', (joined) => {
    if (joined.groupId === groupId) {
      refetch(queries, linkKeys.ofGroup(groupId));
    }
  });
  return (
    <section className="stack" aria-labelledby="links-title" ref={place}>
      <div className="page-head">
        <h2 id="links-title" tabIndex={-1} data-keeps-focus>
          {t('links.title')}
        </h2>
        <Button onPress={() => setCreating(true)}>{t('links.create')}</Button>
      </div>
      <p className="muted">{t('links.text')}</p>
      <Loaded query={query}>
        {(links) =>
          links.length === 0 ? (
            <Empty title={t('links.none')} text={t('links.noneText')} />
          ) : (
            <ul className="list">
              {links.map((link) => (
                <LinkLine key={link.id} link={link} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
      <Suspense>{creating && <CreateLinkDialog groupId={groupId} onClose={() => setCreating(false)} />}</Suspense>
    </section>
  );
}
