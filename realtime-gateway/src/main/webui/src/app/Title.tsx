import { useTranslation } from 'react-i18next';

/** The heading of a page, and the name of its tab. */
export function Title({ children }: { children: string }) {
  const { t } = useTranslation();
  return (
    <>
      <title>{`${children} · ${t('app.name')}`}</title>
      <h1>{children}</h1>
    </>
  );
}
