import type { ReactNode } from 'react';

/** The first letters of a name. Pictures are not loaded: nobody else is to know who looks at whom. */
export function Avatar({ name, children }: { name: string; children?: ReactNode }) {
  const initials = name.match(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu) ?? [];
  const letters = initials.length > 1 ? [initials[0], initials.at(-1)] : initials;
  return (
    <span className="avatar">
      <span aria-hidden>{letters.join('').toUpperCase()}</span>
      {children}
    </span>
  );
}
