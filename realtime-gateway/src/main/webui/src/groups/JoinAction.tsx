import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { refetch } from '../api/refetch';
import type { Group, Invitation, JoinRequest } from '../api/types';
import { useConvoke } from '../app/convoke';
import { received } from '../invitations/queries';
import { ReceivedActions } from '../invitations/ReceivedActions';
import { ownRequests } from '../members/queries';
import { Button } from '../ui/Button';
import { useFocusKeeper, useFocusWhenShown } from '../ui/focus';
import { AskDialog } from './AskDialog';
import { groupKeys } from './queries';
import { useJoin, useWithdraw } from './useJoin';

/** The way into a group, by an invitation or as its policy leaves it; for a member what else there is to do, or just her role. */
export function JoinAction({ group, children }: { group: Group; children?: ReactNode }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data: own } = useQuery(ownRequests(api));
  const asked = own?.find(({ groupId }) => groupId === group.id);
  // The header has them: it counts those that wait.
  const { data: invitations } = useInfiniteQuery({ ...received(api), enabled: false });
  const invitation = latest(invitations?.filter(({ groupId }) => groupId === group.id));
  const place = useFocusKeeper<HTMLDivElement>(`${group.myRole ?? ''} ${asked?.id ?? ''}`);
  const focusPlace = useFocusWhenShown(place);
  return (
    <div className="row" ref={place} tabIndex={-1}>
      {group.myRole ? (
        (children ?? <span className="badge badge-accent">{t(`groups.role.${group.myRole}`)}</span>)
      ) : (
        <>
          {invitation && <Invited key={invitation.id} invitation={invitation} onDecided={focusPlace} />}
          {/* While an invitation waits for its answer, or the answer is under way, there is no other way. */}
          {invitation?.decidedAt !== null && <Way group={group} asked={asked} />}
        </>
      )}
    </div>
  );
}

/** Of the invitations to one group the one that waits; those that she has answered are not gone at once. */
function latest(invitations: Invitation[] = []): Invitation | undefined {
  return invitations.find(({ status }) => status === 'PENDING') ?? invitations[0];
}

function Invited({ invitation, onDecided }: { invitation: Invitation; onDecided: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {invitation.status === 'PENDING' && <Link to={`/invitations/${invitation.id}`}>{t('groups.join.invitation')}</Link>}
      <ReceivedActions invitation={invitation} onDecided={onDecided} />
    </>
  );
}

function Way({ group, asked }: { group: Group; asked: JoinRequest | undefined }) {
  const { t } = useTranslation();
  if (asked) {
    return <Asked group={group} request={asked} />;
  }
  if (group.archived) {
    return null;
  }
  switch (group.joinPolicy) {
    case 'OPEN':
      return group.memberCount < group.capacity ? <Join group={group} /> : <span className="badge">{t('groups.join.full')}</span>;
    case 'REQUEST':
      return <Ask group={group} />;
    case 'INVITE_ONLY':
      return <span className="muted small">{t('groups.join.invited')}</span>;
  }
}

function Join({ group }: { group: Group }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { mutate, isPending } = useJoin(group);
  const join = () =>
    mutate(undefined, {
      onError: (thrown) => {
        if (asProblem(thrown).code === 'group-full') {
          refetch(queries, groupKeys.settings(group.id));
          refetch(queries, groupKeys.lists);
        }
      },
    });
  return (
    <Button kind="primary" aria-label={t('groups.join.of', { group: group.name })} isPending={isPending} onPress={join}>
      {t('groups.join.action')}
    </Button>
  );
}

function Ask({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button aria-label={t('groups.ask.of', { group: group.name })} onPress={() => setAsking(true)}>
        {t('groups.ask.action')}
      </Button>
      <AskDialog group={group} open={asking} onClose={() => setAsking(false)} />
    </>
  );
}

function Asked({ group, request }: { group: Group; request: JoinRequest }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useWithdraw(request);
  return (
    <>
      <span className="badge">{t('groups.ask.pending')}</span>
      <Button aria-label={t('groups.ask.withdrawOf', { group: group.name })} isPending={isPending} onPress={() => mutate()}>
        {t('groups.ask.withdraw')}
      </Button>
    </>
  );
}
