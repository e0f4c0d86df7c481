import type { ReactNode } from 'react';

/** Nothing is here, and what to do about it. */
export function Empty({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {text && <p className="muted">{text}</p>}
      {children}
    </div>
  );
}
