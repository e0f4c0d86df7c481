import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Title } from '../app/Title';
import { Button } from '../ui/Button';
import { type GroupAsRead, type GroupEnd, groupKeys } from './queries';

/** Says in place of a group that it is over for the person, and forgets what was known of it. */
export function GroupGone({ groupId, end }: { groupId: string; end: GroupEnd }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [isHidden] = useState(() => queries.getQueryData<GroupAsRead>(groupKeys.settings(groupId))?.group.visibility === 'HIDDEN');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) {
      place.current?.focus();
    }
  }, []);
  useEffect(() => queries.removeQueries({ queryKey: groupKeys.all(groupId) }), [queries, groupId]);
  return (
    <div className="stack" role="status" ref={place} tabIndex={-1}>
      <Title>{t(`groups.end.${end.how}`, { group: end.groupName })}</Title>
      <p>{t(`groups.end.${end.how}Text`)}</p>
      <div className="row">
        <Link to="/groups" className="button button-primary">
          {t('app.notFound.home')}
        </Link>
        {end.how !== 'deleted' && !isHidden && (
          <Button onPress={() => queries.setQueryData(groupKeys.end(groupId), null)}>{t('groups.end.look')}</Button>
        )}
      </div>
    </div>
  );
}
