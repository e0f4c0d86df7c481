import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notification } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { Button } from '../ui/Button';
import { Time } from '../ui/Time';
import { sentence, told } from './told';

interface Props {
  notification: Notification;
  /** It was not seen before this visit. */
  fresh: boolean;
  onRead: () => void;
  onDelete: () => void;
}

/** One notification: what happened, where it belongs, and whether it was dealt with. */
export function NotificationLine({ notification, fresh, onRead, onDelete }: Props) {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const { event, payload, read, occurredAt } = notification;
  const news = told(event, payload, session.userId);
  const text = sentence(t, news, useName(news.who));
  return (
    <li className={read ? 'notification' : 'notification notification-unread'}>
      <div className="grow">
        <Link to={news.to} onClick={() => !read && onRead()}>
          {!read && <span className="visually-hidden">{t('notifications.unread')}</span>} {text}
        </Link>
        <p className="muted small">
          <Time at={occurredAt} />
        </p>
      </div>
      {fresh && <span className="badge badge-accent">{t('notifications.new')}</span>}
      <Button kind="quiet" icon aria-label={t('notifications.delete', { text })} onPress={onDelete}>
        <X size={18} aria-hidden />
      </Button>
    </li>
  );
}
