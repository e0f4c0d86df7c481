import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

/** The heading of a page, and the name of its tab; told to screen readers when one has come to the page. */
export function Title({ children }: { children: string }) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The shell has put the focus there on arrival; where she has moved on since, it stays with her.
    if (document.activeElement?.id === 'content') {
      heading.current?.focus({ preventScroll: true });
    }
  }, [children]);
  return (
    <>
      <title>{`${children} · ${t('app.name')}`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </>
  );
}
