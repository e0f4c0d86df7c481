import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import i18next from 'i18next';
import { whyRefused } from './refusal';

export interface Message {
  text: string;
  failure?: boolean;
  /** Where the message leads. */
  to?: string;
  /** It stands for so many that are not shown. */
  more?: number;
}

const LASTS = 8000;
/** So many are shown at once besides failures; those beyond are counted. */
const MANY = 3;

export const toastQueue = new ToastQueue<Message>({ maxVisibleToasts: MANY + 3 });

/** Tells something in passing; when many come at once, the later ones are counted instead. */
export function toast(message: Message): void {
  const shown = toastQueue.visibleToasts.filter(({ content }) => !content.failure);
  const summary = shown.find(({ content }) => content.more !== undefined);
  if (message.failure || (shown.length < MANY && !summary)) {
    toastQueue.add(message, { timeout: LASTS });
    return;
  }
  const more = (summary?.content.more ?? 0) + 1;
  if (summary) {
    toastQueue.close(summary.key);
  }
  toastQueue.add({ text: i18next.t('app.toasts.more', { count: more }), to: '/notifications', more }, { timeout: LASTS });
}

/** Tells why something was refused. */
export function toastFailure(thrown: unknown): void {
  toast({ text: whyRefused(thrown), failure: true });
}
