import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Title } from '../app/Title';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Loaded, More } from '../ui/Panel';
import { GroupLine } from './GroupLine';
import { myGroups } from './queries';

/** Forms bring their libraries along, when they are needed. */
const CreateGroupDialog = lazy(() => import('./CreateGroupDialog'));

/** The groups that one is a member of. */
export function GroupsPage() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const query = useInfiniteQuery(myGroups(api));
  const [creating, setCreating] = useState(false);
  return (
    <div className="stack">
      <div className="page-head">
        <Title>{t('app.nav.groups')}</Title>
        <Button kind="primary" onPress={() => setCreating(true)}>
          <Plus size={18} aria-hidden />
          {t('groups.create')}
        </Button>
      </div>
      <Loaded query={query}>
        {(groups) =>
          groups.length === 0 ? (
            <Empty title={t('groups.none')} text={t('groups.noneText')}>
              <Link to="/discover">{t('app.nav.discover')}</Link>
            </Empty>
          ) : (
            <ul className="list">
              {groups.map((group) => (
                <GroupLine key={group.id} group={group} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <More query={query} />
      <Suspense>{creating && <CreateGroupDialog open onClose={() => setCreating(false)} />}</Suspense>
    </div>
  );
}
