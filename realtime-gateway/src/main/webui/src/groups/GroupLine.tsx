import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Group } from '../api/types';
import { Avatar } from '../ui/Avatar';
import { seats } from './seats';
import './groups.css';

/** A group in a list; instead of the person's role there, what can be done about it. */
export function GroupLine({ group, children }: { group: Group; children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="line-wide">
      <Avatar name={group.name} />
      <div className="grow">
        <Link to={`/groups/${group.id}`}>
          <strong>{group.name}</strong>
        </Link>
        <p className="muted small number">
          {t(`groups.visibility.${group.visibility}`)} · {seats(t, group)}
        </p>
      </div>
      {group.archived && <span className="badge badge-warning">{t('groups.archived')}</span>}
      {children ?? (group.myRole && <span className="badge">{t(`groups.role.${group.myRole}`)}</span>)}
    </li>
  );
}
