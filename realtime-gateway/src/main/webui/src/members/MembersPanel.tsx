import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group, Role } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Empty } from '../ui/Empty';
import { useFocusKeeper } from '../ui/focus';
import { Loaded, More } from '../ui/Panel';
import { SearchBox } from '../ui/SearchBox';
import { Select } from '../ui/Select';
import { MemberDialogs, type Doing } from './MemberDialogs';
import { MemberLine } from './MemberLine';
import { membersOf } from './queries';
import { ROLES } from './rights';

const ALL = 'ALL';

/** Who is in a group, to be searched, and to be acted on by those who may. */
export function MembersPanel({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const [role, setRole] = useState<Role | typeof ALL>(ALL);
  const [search, setSearch] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = useInfiniteQuery(membersOf(api, group.id, { role: role === ALL ? null : role, query: search }));
  const place = useFocusKeeper<HTMLElement>(`${query.data?.length ?? 0} ${doing === null}`);
  const options = [ALL, ...ROLES] as const;
  return (
    <section className="stack" aria-labelledby="members-title" ref={place}>
      <h2 id="members-title" tabIndex={-1} data-keeps-focus>
        {t('members.title')}
      </h2>
      <div className="filters">
        <SearchBox label={t('members.search')} value={search} onChange={setSearch} />
        <Select
          label={t('members.filter')}
          options={options.map((value) => ({ value, label: value === ALL ? t('members.allRoles') : t(`groups.role.${value}`) }))}
          value={role}
          onChange={setRole}
        />
      </div>
      <Loaded query={query}>
        {(members) => (
          <>
            <p className="visually-hidden" role="status">
              {t('members.shown', { count: members.length })}
            </p>
            {members.length === 0 ? (
              <Empty title={t('members.none')} text={t('members.noneText')} />
            ) : (
              <ul className="list">
                {members.map((member) => (
                  <MemberLine key={member.userId} group={group} member={member} onAsk={setDoing} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
      <More query={query} />
      <MemberDialogs groupId={group.id} doing={doing} onClose={() => setDoing(null)} />
    </section>
  );
}
