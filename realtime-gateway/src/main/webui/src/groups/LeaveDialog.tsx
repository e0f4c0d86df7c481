import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { MemberPick } from '../members/MemberPick';
import { Confirm } from '../ui/Confirm';
import { toast, toastFailure } from '../ui/toasts';
import { changeMembership } from './cache';
import { useDelete } from './useDelete';

interface Props {
  group: Group;
  open: boolean;
  onClose: () => void;
}

/** Leaves a group; its last owner says who is owner after her, and who is alone in it deletes it instead. */
export function LeaveDialog(props: Props) {
  return props.group.memberCount === 1 ? <DeleteInstead {...props} /> : <Leave {...props} />;
}

function DeleteInstead({ group, open, onClose }: Props) {
  const { t } = useTranslation();
  const { mutate, isPending } = useDelete(group);
  return (
    <Confirm
      title={t('groups.settings.deleteTitle', { group: group.name })}
      action={t('groups.settings.delete')}
      open={open}
      pending={isPending}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <div className="stack">
        <p>{t('groups.leave.alone')}</p>
        <p>{t('groups.settings.deleteText', { members: t('groups.members', { count: group.memberCount }) })}</p>
      </div>
    </Confirm>
  );
}

function Leave({ group, open, onClose }: Props) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [successor, setSuccessor] = useState<string | null>(null);
  const [isLastOwner, setLastOwner] = useState(false);
  const [missing, setMissing] = useState(false);
  const close = () => {
    setLastOwner(false);
    setSuccessor(null);
    setMissing(false);
    onClose();
  };
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      api.groups.DELETE('/api/v1/groups/{g}/members/me', {
        params: { path: { g: group.id }, query: { successor: successor ?? undefined } },
      }),
    onSuccess: async () => {
      toast({ text: t('groups.leave.done', { group: group.name }) });
      close();
      await navigate('/groups');
      changeMembership(queries, group.id, null);
    },
    onError: (thrown) => (asProblem(thrown).code === 'last-owner' ? setLastOwner(true) : toastFailure(thrown)),
  });
  const confirm = () => {
    const lacks = isLastOwner && successor === null;
    setMissing(lacks);
    if (!lacks) {
      mutate();
    }
  };
  return (
    <Confirm
      title={t('groups.leave.title', { group: group.name })}
      action={isLastOwner ? t('groups.leave.handOver') : t('groups.leave.action')}
      open={open}
      pending={isPending}
      onConfirm={confirm}
      onClose={close}
    >
      {isLastOwner ? (
        <div className="stack">
          <p role="alert">{t('groups.leave.lastOwner')}</p>
          <MemberPick
            groupId={group.id}
            label={t('groups.leave.successor')}
            hint={t('groups.leave.successorHint')}
            error={missing ? t('members.ban.missing') : undefined}
            onPick={setSuccessor}
          />
        </div>
      ) : (
        <p>{t('groups.leave.text')}</p>
      )}
    </Confirm>
  );
}
