import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../live/hooks';

/** Says that the page is not live, and why; at the bottom, where the page can be scrolled past it, so that nothing moves. */
export function Banner() {
  const { t } = useTranslation();
  const status = useLiveStatus();
  const online = useSyncExternalStore(followNetwork, () => navigator.onLine);
  const said = status === 'down' ? (online ? 'down' : 'offline') : status === 'refused' ? 'refused' : null;
  return (
    <div className="banner" role="status">
      {said && <p>{t(`app.banner.${said}`)}</p>}
    </div>
  );
}

function followNetwork(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}
