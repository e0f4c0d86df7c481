import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '../api/types';
import { useConvoke } from '../app/convoke';
import { ActionMenu } from '../ui/ActionMenu';
import { Confirm } from '../ui/Confirm';
import { useCancel, useResend } from './decide';

interface Props {
  invitation: Invitation;
  /** The name of who is invited. */
  invitee: string;
  onDecided: () => void;
}

/** What the inviter, or a moderator, does with an invitation that waits. */
export function SentActions({ invitation, invitee, onDecided }: Props) {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const [asking, setAsking] = useState(false);
  const resend = useResend(invitation);
  const cancel = useCancel(invitation, () => {
    setAsking(false);
    onDecided();
  });
  const again = { id: 'resend', label: t('invitations.resend'), run: () => resend.mutate() };
  const back = { id: 'cancel', label: t('invitations.cancel'), danger: true, run: () => setAsking(true) };
  return (
    <>
      <ActionMenu
        label={t('app.actions', { name: invitee })}
        actions={invitation.inviterId === session.userId ? [again, back] : [back]}
      />
      <Confirm
        title={t('invitations.cancelTitle')}
        action={t('invitations.cancel')}
        keep={t('invitations.keep')}
        open={asking}
        pending={cancel.isPending}
        onConfirm={() => cancel.mutate()}
        onClose={() => setAsking(false)}
      >
        {t('invitations.cancelText', { name: invitee, group: invitation.group.name })}
      </Confirm>
    </>
  );
}
