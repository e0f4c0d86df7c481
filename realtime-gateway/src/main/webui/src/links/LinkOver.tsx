import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { asProblem } from '../api/problem';
import { Empty } from '../ui/Empty';

const ENDS = ['expired', 'exhausted', 'revoked'] as const;
type End = (typeof ENDS)[number];

/** Why a link admits nobody any more, where that is what was answered. */
export function whyOver(thrown: unknown): End | undefined {
  const { status, code } = asProblem(thrown);
  return status === 410 ? ENDS.find((end) => end === code) : undefined;
}

export function LinkOver({ why }: { why: End }) {
  const { t } = useTranslation();
  return (
    <div role="alert">
      <Empty title={t('links.join.over')} text={t(`links.join.${why}`)}>
        <Link to="/groups">{t('app.notFound.home')}</Link>
      </Empty>
    </div>
  );
}
