import type { ReactNode } from 'react';

/** The first letters of a name. Pictures are not loaded: nobody else is to know who looks at whom. */
export function Avatar({ name, children }: { name: string; children?: ReactNode }) {
  const words = name.trim().split(/\s+/);
  const letters = [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => Array.from(word ?? '')[0] ?? '');
  return (
    <span className="avatar">
      <span aria-hidden>{letters.join('').toUpperCase()}</span>
      {children}
    </span>
  );
}
