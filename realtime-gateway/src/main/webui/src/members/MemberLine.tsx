import { useTranslation } from 'react-i18next';
import type { Group, Member, Role } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { PersonLine } from '../people/Person';
import { LastSeen } from '../presence/LastSeen';
import { type Action, ActionMenu } from '../ui/ActionMenu';
import { Time } from '../ui/Time';
import type { Doing } from './MemberDialogs';
import { isMuted, type MemberAction, permitted } from './rights';
import { useChangeMember } from './useMemberActions';

const MUTES = { HOUR: 3_600_000, DAY: 86_400_000, WEEK: 7 * 86_400_000 } as const;

interface Props {
  group: Group;
  member: Member;
  /** Asks before what cannot be undone by a click. */
  onAsk: (doing: Doing) => void;
}

/** A member in the list, and what the person may do to her. */
export function MemberLine({ group, member, onAsk }: Props) {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const name = useName(member.userId);
  const { mutate } = useChangeMember(group.id);
  const { userId } = member;

  const actionsOf = (allowed: MemberAction): Action[] => {
    switch (allowed) {
      case 'MUTE':
        return (['HOUR', 'DAY', 'WEEK'] as const).map((span) => ({
          id: span,
          label: t(`members.mute.${span}`),
          run: () => mutate({ userId, mutedUntil: new Date(Date.now() + MUTES[span]).toISOString() }),
        }));
      case 'UNMUTE':
        return [{ id: allowed, label: t('members.action.UNMUTE'), run: () => mutate({ userId, mutedUntil: null }) }];
      case 'TRANSFER':
      case 'REMOVE':
      case 'BAN':
        return [{ id: allowed, label: t(`members.action.${allowed}`), danger: true, run: () => onAsk({ what: allowed, userId, name }) }];
      default:
        return [{ id: allowed, label: t(`members.action.${allowed}`), run: () => mutate({ userId, role: granted(allowed) }) }];
    }
  };

  const actions = userId === session.userId ? [] : permitted(group, member).flatMap(actionsOf);
  return (
    <li className="line-wide">
      <PersonLine id={userId}>
        <div className="one-line">
          {t('members.joined')} <Time at={member.joinedAt} />
          <LastSeen userId={userId} />
        </div>
      </PersonLine>
      {isMuted(member) && <span className="badge badge-warning">{t('members.muted')}</span>}
      <span className="badge">{t(`groups.role.${member.role}`)}</span>
      <ActionMenu label={t('app.actions', { name })} actions={actions} />
    </li>
  );
}

function granted(action: `MAKE_${Role}`): Role {
  return action.slice('MAKE_'.length) as Role;
}
