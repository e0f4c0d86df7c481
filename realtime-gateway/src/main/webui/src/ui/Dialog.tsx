import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from './Button';

interface Props {
  title: string;
  open: boolean;
  onClose: () => void;
  /** An alert dialog asks before something that cannot be undone, and is not closed by a click beside it. */
  alert?: boolean;
  children: ReactNode;
}

/** A modal dialog; what is behind it keeps its place. Its content is gone when it is closed. */
export function Dialog({ title, open, onClose, alert = false, children }: Props) {
  const { t } = useTranslation();
  return (
    <ModalOverlay className="veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable={!alert}>
      <Modal className="modal">
        <AriaDialog className="dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" icon aria-label={t('app.close')} onPress={onClose}>
              <X size={20} aria-hidden />
            </Button>
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
