import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { useKeptFocus } from '../groups/useKeptFocus';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { LinkLine } from './LinkLine';
import { linksOf } from './queries';

const CreateLinkDialog = lazy(() => import('./CreateLinkDialog'));

/** The links by which people come into a group; for its admins. */
export function LinksPanel({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(linksOf(api, groupId));
  const [creating, setCreating] = useState(false);
  const place = useKeptFocus<HTMLElement>(query.data);
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
