import { useTranslation } from 'react-i18next';
import { useName } from '../people/Name';
import { Avatar } from '../ui/Avatar';
import { useViewers } from './useViewers';
import './groups.css';

const SHOWN = 5;

/** Who else looks at the group at this moment; its place is kept where nobody does. */
export function Viewers({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const viewers = useViewers(groupId);
  const more = viewers.length - SHOWN;
  return (
    <div className="viewers muted small">
      <ul aria-label={t('groups.viewing.label')}>
        {viewers.slice(0, SHOWN).map((userId) => (
          <Viewer key={userId} userId={userId} />
        ))}
      </ul>
      {more > 0 && <span className="number">{t('groups.viewing.more', { count: more })}</span>}
    </div>
  );
}

function Viewer({ userId }: { userId: string }) {
  const { t } = useTranslation();
  const name = useName(userId);
  return (
    <li>
      <Avatar name={name} />
      <span className="name">{t('groups.viewing.one', { name })}</span>
    </li>
  );
}
