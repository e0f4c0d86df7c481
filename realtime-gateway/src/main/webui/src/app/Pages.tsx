import { lazy } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { GroupsPage } from '../groups/GroupsPage';
import { NotFound } from './NotFound';
import { Shell } from './Shell';

const DiscoverPage = lazy(() => import('../groups/DiscoverPage'));
const GroupPage = lazy(() => import('../groups/GroupPage'));
const InvitationsPage = lazy(() => import('../invitations/InvitationsPage'));
const InvitationPage = lazy(() => import('../invitations/InvitationPage'));
const LinkPage = lazy(() => import('../links/LinkPage'));
const NotificationsPage = lazy(() => import('../notifications/NotificationsPage'));
const SettingsPage = lazy(() => import('../settings/SettingsPage'));

/** Every page has an address of its own, to be sent to others and come back to. */
export function Pages() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<Navigate to="/groups" replace />} />
        <Route path="groups" element={<GroupsPage />} />
        <Route path="discover" element={<DiscoverPage />} />
        <Route path="groups/:groupId/*" element={<GroupPage />} />
        <Route path="invitations" element={<InvitationsPage />} />
        <Route path="invitations/:invitationId" element={<InvitationPage />} />
        <Route path="join/:code" element={<LinkPage />} />
        <Route path="notifications" element={<NotificationsPage />} />
        <Route path="settings" element={<SettingsPage />} />
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}
