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
  open: boolean;
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function Confirm({ title, children, action, open, pending, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} open={open} onClose={onClose} alert>
      <div className="stack">
        <div>{children}</div>
        <div className="row-end">
          <Button onPress={onClose}>{t('app.cancel')}</Button>
          <Button kind="danger" isPending={pending} onPress={onConfirm}>
            {action}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
