import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../api/types';
import { Title } from '../app/Title';
import { InvitePeopleDialog } from '../invitations/InvitePeopleDialog';
import { OnlineCount } from '../members/OnlineCount';
import { mayInvite } from '../members/rights';
import { LevelSelect } from '../notifications/LevelSelect';
import { Button } from '../ui/Button';
import { Panel } from '../ui/Panel';
import { JoinAction } from './JoinAction';
import { LeaveDialog } from './LeaveDialog';
import { seats } from './seats';
import { Viewers } from './Viewers';
import './groups.css';

/** What a group is, how the person stands in it, and what she can do about that. */
export function GroupHead({ group }: { group: Group }) {
  const { t } = useTranslation();
  const isMember = group.myRole !== null;
  return (
    <header className="stack-small">
      <div className="page-head">
        <Title>{group.name}</Title>
        <Deeds group={group} />
      </div>
      <div className="row small">
        <span className="badge">{t(`groups.visibility.${group.visibility}`)}</span>
        {group.myRole && <span className="badge badge-accent">{t(`groups.role.${group.myRole}`)}</span>}
        {group.archived && <span className="badge badge-warning">{t('groups.archived')}</span>}
        <span className="muted number" aria-live="polite">
          {seats(t, group)}
        </span>
        {isMember && <OnlineCount groupId={group.id} />}
      </div>
      {group.description && <p className="group-description written">{group.description}</p>}
      {group.archived && <p className="notice">{t('groups.archivedText')}</p>}
      {isMember && (
        <Panel>
          <div className="group-level">
            <LevelSelect groupId={group.id} />
          </div>
          <Viewers groupId={group.id} />
        </Panel>
      )}
    </header>
  );
}

function Deeds({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const [leaving, setLeaving] = useState(false);
  return (
    <JoinAction group={group}>
      {mayInvite(group) && (
        <>
          <Button kind="primary" onPress={() => setInviting(true)}>
            <UserPlus size={18} aria-hidden />
            {t('groups.invite')}
          </Button>
          <InvitePeopleDialog group={group} open={inviting} onClose={() => setInviting(false)} />
        </>
      )}
      <Button onPress={() => setLeaving(true)}>{t('groups.leave.action')}</Button>
      <LeaveDialog group={group} open={leaving} onClose={() => setLeaving(false)} />
    </JoinAction>
  );
}
