import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../api/types';
import { Dialog } from '../ui/Dialog';
import { BatchProgress } from './BatchProgress';
import { InvitePeople } from './InvitePeople';

interface Props {
  group: Group;
  open: boolean;
  onClose: () => void;
}

/** Invites people to a group; of many it shows how far that has got. Closing it stops nothing. */
export function InvitePeopleDialog({ group, open, onClose }: Props) {
  const { t } = useTranslation();
  const [batchId, setBatchId] = useState<string | null>(null);
  const close = () => {
    setBatchId(null);
    onClose();
  };
  return (
    <Dialog title={t('invitations.inviteTitle', { group: group.name })} open={open} onClose={close}>
      {batchId === null ? (
        <InvitePeople group={group} onBatch={setBatchId} onClose={close} />
      ) : (
        <BatchProgress id={batchId} />
      )}
    </Dialog>
  );
}
