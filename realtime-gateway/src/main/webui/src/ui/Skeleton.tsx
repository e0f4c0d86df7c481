import { useTranslation } from 'react-i18next';

/** As many rows as are likely to come, of their height. */
export function ListSkeleton({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      <span className="visually-hidden">{t('app.loading')}</span>
      <ul className="list" aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          <li key={row}>
            <span className="avatar skeleton" />
            <span className="grow skeleton" />
          </li>
        ))}
      </ul>
    </div>
  );
}
