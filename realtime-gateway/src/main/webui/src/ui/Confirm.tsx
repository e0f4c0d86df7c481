import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';
import { Dialog } from './Dialog';

interface Props {
  title: string;
  /** What happens, and for whom. */
  children: ReactNode;
  /** The verb on the button. */
  action: string;
  /** What the other one says, where "Cancel" would be the action itself. */
  keep?: string;
  open: boolean;
  pending?: boolean;
  /** Something has to be done first. */
  isDisabled?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, children, action, keep, open, pending, isDisabled, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open={open} onClose={onClose} alert>
      <div className="stack">
        <div>{children}</div>
        <div className="row-end">
          <Button onPress={onClose}>{keep ?? t('app.cancel')}</Button>
          <Button kind="danger" isPending={pending} isDisabled={isDisabled} onPress={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
