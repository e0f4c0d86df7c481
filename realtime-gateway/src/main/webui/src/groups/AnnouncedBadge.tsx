import { useTranslation } from 'react-i18next';
import { useAnnounced } from './useAnnounced';

const MOST = 99;

/** How many groups of others are new since one last looked. */
export function AnnouncedBadge() {
  const { t } = useTranslation();
  const { count } = useAnnounced();
  if (count === 0) {
    return null;
  }
  return (
    <span className="nav-badge number">
      <span aria-hidden>{count > MOST ? `${MOST}+` : count}</span>
      <span className="visually-hidden">{t('groups.new', { count })}</span>
    </span>
  );
}
