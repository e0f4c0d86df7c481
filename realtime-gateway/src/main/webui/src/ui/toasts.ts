import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components';
import i18next from 'i18next';
import { asProblem } from '../api/problem';

export interface Message {
  text: string;
  failure?: boolean;
  /** Where the message leads. */
  to?: string;
}

const LASTS = 8000;
/** So many that come within a moment are one. */
const MANY = 3;
const MOMENT = 1500;

export const toastQueue = new ToastQueue<Message>({ maxVisibleToasts: MANY });

let recent: number[] = [];
let summary: { key: string; count: number } | null = null;

/** Tells something in passing; when many come at once, the later ones are counted instead. */
export function toast(message: Message): void {
  const now = Date.now();
  recent = [...recent.filter((at) => now - at < MOMENT), now];
  if (recent.length <= MANY || message.failure) {
    toastQueue.add(message, { timeout: LASTS });
    return;
  }
  const count = recent.length - MANY > 1 && summary ? summary.count + 1 : 1;
  if (count > 1 && summary) {
    toastQueue.close(summary.key);
  }
  const text = i18next.t('app.toasts.more', { count });
  summary = { key: toastQueue.add({ text, to: '/notifications' }, { timeout: LASTS }), count };
}

/** Tells why something was refused, in the service's own words. */
export function toastFailure(thrown: unknown): void {
  toast({ text: asProblem(thrown).detail || i18next.t('app.failed.unreachable'), failure: true });
}
