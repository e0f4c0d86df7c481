import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group, JoinRequest } from '../api/types';
import { useConvoke } from '../app/convoke';
import { ownRequests } from '../members/queries';
import { Button } from '../ui/Button';
import { AskDialog } from './AskDialog';
import { useJoin, useWithdraw } from './useJoin';
import { useKeptFocus } from './useKeptFocus';

/** The way into a group that its policy leaves open; for a member what else there is to do, or just her role. */
export function JoinAction({ group, children }: { group: Group; children?: ReactNode }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { data: own } = useQuery(ownRequests(api));
  const asked = own?.find(({ groupId }) => groupId === group.id);
  const place = useKeptFocus<HTMLDivElement>(`${group.myRole ?? ''} ${asked?.id ?? ''}`);
  return (
    <div className="row" ref={place} tabIndex={-1}>
      {group.myRole ? (
        (children ?? <span className="badge badge-accent">{t(`groups.role.${group.myRole}`)}</span>)
      ) : (
        <Way group={group} asked={asked} />
      )}
    </div>
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
      return <Join group={group} />;
    case 'REQUEST':
      return <Ask group={group} />;
    case 'INVITE_ONLY':
      return <span className="muted small">{t('groups.join.invited')}</span>;
  }
}

function Join({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useJoin(group);
  return (
    <Button kind="primary" aria-label={t('groups.join.of', { group: group.name })} isPending={isPending} onPress={() => mutate()}>
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
