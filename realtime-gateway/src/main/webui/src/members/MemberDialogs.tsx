import { useTranslation } from 'react-i18next';
import { Confirm } from '../ui/Confirm';
import { BanDialog } from './BanDialog';
import { useRemoveMember, useTransfer } from './useMemberActions';

/** What is about to be done to a member. */
export interface Doing {
  what: 'REMOVE' | 'TRANSFER' | 'BAN';
  userId: string;
  name: string;
}

/** Asks before a member is removed or banned, or owns the group. */
export function MemberDialogs({ groupId, doing, onClose }: { groupId: string; doing: Doing | null; onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveMember(groupId);
  const transfer = useTransfer(groupId);
  const name = doing?.name ?? '';
  const userId = doing?.userId ?? '';
  return (
    <>
      <Confirm
        title={t('members.remove.title', { name })}
        action={t('app.remove')}
        open={doing?.what === 'REMOVE'}
        pending={remove.isPending}
        onConfirm={() => remove.mutate(userId, { onSettled: onClose })}
        onClose={onClose}
      >
        <p>{t('members.remove.text', { name })}</p>
      </Confirm>
      <Confirm
        title={t('members.transfer.title', { name })}
        action={t('members.transfer.action')}
        open={doing?.what === 'TRANSFER'}
        pending={transfer.isPending}
        onConfirm={() => transfer.mutate(userId, { onSettled: onClose })}
        onClose={onClose}
      >
        <p>{t('members.transfer.text', { name })}</p>
      </Confirm>
      <BanDialog groupId={groupId} person={doing ? { userId, name } : undefined} open={doing?.what === 'BAN'} onClose={onClose} />
    </>
  );
}
