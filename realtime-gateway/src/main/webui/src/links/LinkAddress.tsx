import { Copy } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';

/** The full address of a new link, to be copied. */
export function LinkAddress({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<'app.copied' | 'links.notCopied' | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const address = `${location.origin}/join/${code}`;
  useEffect(() => field.current?.select(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address);
      setSaid('app.copied');
    } catch {
      field.current?.select();
      setSaid('links.notCopied');
    }
  };
  return (
    <div className="stack">
      <p>{t('links.once')}</p>
      <div className="field">
        <label htmlFor="link-address">{t('links.address')}</label>
        <input id="link-address" ref={field} className="input" value={address} readOnly />
      </div>
      <div className="row-end">
        <span role="status" className="muted small">
          {said && t(said)}
        </span>
        <Button kind="primary" onPress={() => void copy()}>
          <Copy size={18} aria-hidden />
          {t('app.copy')}
        </Button>
        <Button onPress={onDone}>{t('links.done')}</Button>
      </div>
    </div>
  );
}
