import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { ActivityPanel } from '../activity/ActivityPanel';
import { AuditPanel } from '../activity/AuditPanel';
import type { Group } from '../api/types';
import { GroupInvitationsPanel } from '../invitations/GroupInvitationsPanel';
import { LinksPanel } from '../links/LinksPanel';
import { BansPanel } from '../members/BansPanel';
import { MembersPanel } from '../members/MembersPanel';
import { RequestsBadge } from '../members/RequestsBadge';
import { RequestsPanel } from '../members/RequestsPanel';
import { Panel } from '../ui/Panel';
import { type Part, partsFor } from './parts';
import { SettingsPanel } from './SettingsPanel';

/** The parts of a group that the person may see, each a tab with an address; from others she comes back to the first. */
export function GroupParts({ group }: { group: Group }) {
  const { t } = useTranslation();
  const parts = partsFor(group);
  const tabs = useShownTab();
  if (parts.length === 0) {
    return <p className="notice">{t('groups.private')}</p>;
  }
  return (
    <>
      <nav className="tabs" aria-label={t('groups.tab.label')} ref={tabs}>
        {parts.map((part) => (
          <NavLink key={part} to={addressOf(group.id, part)} end className="tab">
            {t(`groups.tab.${part}`)}
            {part === 'requests' && <RequestsBadge groupId={group.id} />}
          </NavLink>
        ))}
      </nav>
      <Routes>
        {parts.map((part) => (
          <Route
            key={part}
            {...(part === 'members' ? { index: true } : { path: part })}
            element={<Panel key={part}>{contentOf(part, group)}</Panel>}
          />
        ))}
        <Route path="*" element={<Navigate to={addressOf(group.id, 'members')} replace />} />
      </Routes>
    </>
  );
}

/** Scrolls the tabs, where they are wider than the page, to the one that is open. */
function useShownTab(): RefObject<HTMLElement | null> {
  const tabs = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    const open = tabs.current?.querySelector('[aria-current]');
    if (tabs.current && open) {
      tabs.current.scrollLeft += open.getBoundingClientRect().left - tabs.current.getBoundingClientRect().left - 40;
    }
  }, [pathname]);
  return tabs;
}

function addressOf(groupId: string, part: Part): string {
  return part === 'members' ? `/groups/${groupId}` : `/groups/${groupId}/${part}`;
}

function contentOf(part: Part, group: Group): ReactNode {
  switch (part) {
    case 'members':
      return <MembersPanel group={group} />;
    case 'activity':
      return <ActivityPanel groupId={group.id} />;
    case 'requests':
      return <RequestsPanel groupId={group.id} />;
    case 'invitations':
      return <GroupInvitationsPanel groupId={group.id} />;
    case 'links':
      return <LinksPanel groupId={group.id} />;
    case 'bans':
      return <BansPanel group={group} />;
    case 'settings':
      return <SettingsPanel group={group} />;
    case 'audit':
      return <AuditPanel groupId={group.id} />;
  }
}
