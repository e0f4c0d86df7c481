import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { TextField } from '../ui/TextField';

/** The address of a new link, which is never shown again. */
export function LinkReady({ address, onClose }: { address: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<'copied' | 'failed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    );
  return (
    <div className="stack">
      <p>{t('links.once')}</p>
      <TextField label={t('links.address')} value={address} isReadOnly />
      <p role="status" className="small">
        {copied === 'copied' && t('app.copied')}
        {copied === 'failed' && t('links.notCopied')}
      </p>
      <div className="row-end">
        <Button onPress={onClose}>{t('links.done')}</Button>
        <Button kind="primary" onPress={() => void copy()}>
          {t('app.copy')}
        </Button>
      </div>
    </div>
  );
}
