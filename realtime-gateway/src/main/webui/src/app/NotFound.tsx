import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Title } from './Title';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <Title>{t('app.notFound.title')}</Title>
      <p>{t('app.notFound.text')}</p>
      <p>
        <Link to="/groups">{t('app.notFound.home')}</Link>
      </p>
    </div>
  );
}
