import { Bell, Compass, Mail, Settings, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { AnnouncedBadge } from '../groups/AnnouncedBadge';
import { PendingBadge } from '../invitations/PendingBadge';
import { UnseenBadge } from '../notifications/UnseenBadge';
import { OwnMenu } from './OwnMenu';

/** The main ways through the page, with what waits at their ends. */
export function Header() {
  const { t } = useTranslation();
  return (
    <header className="header">
      <Link to="/groups" className="brand">
        <img src="/icon.svg" alt="" width={28} height={28} />
        <span className="wide">{t('app.name')}</span>
      </Link>
      <nav aria-label={t('app.nav.main')} className="nav">
        <NavLink to="/groups" className="nav-link">
          <Users size={20} aria-hidden />
          <span className="label">{t('app.nav.groups')}</span>
        </NavLink>
        <NavLink to="/discover" className="nav-link">
          <Compass size={20} aria-hidden />
          <span className="label">{t('app.nav.discover')}</span>
          <AnnouncedBadge />
        </NavLink>
        <NavLink to="/invitations" className="nav-link">
          <Mail size={20} aria-hidden />
          <span className="label">{t('app.nav.invitations')}</span>
          <PendingBadge />
        </NavLink>
        <NavLink to="/notifications" className="nav-link">
          <Bell size={20} aria-hidden />
          <span className="label">{t('app.nav.notifications')}</span>
          <UnseenBadge />
        </NavLink>
        <NavLink to="/settings" className="nav-link">
          <Settings size={20} aria-hidden />
          <span className="label">{t('app.nav.settings')}</span>
        </NavLink>
      </nav>
      <OwnMenu />
    </header>
  );
}
