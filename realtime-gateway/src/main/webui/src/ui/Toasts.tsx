import { X } from 'lucide-react';
import { Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastRegion as ToastRegion } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from './Button';
import { toastQueue } from './toasts';

/** The messages, in a landmark of their own (F6) and told to screen readers. */
export function Toasts() {
  const { t } = useTranslation();
  return (
    <ToastRegion queue={toastQueue} className="toasts" aria-label={t('app.toasts.region')}>
      {({ toast }) => (
        <Toast toast={toast} className={toast.content.failure ? 'toast toast-failure' : 'toast'}>
          <ToastContent className="grow">
            <Text slot="title">
              {toast.content.to === undefined ? toast.content.text : (
                <Link to={toast.content.to} onClick={() => toastQueue.close(toast.key)}>
                  {toast.content.text}
                </Link>
              )}
            </Text>
          </ToastContent>
          <Button slot="close" kind="quiet" icon aria-label={t('app.close')}>
            <X size={18} aria-hidden />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
