import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { body } from '../api/api';
import { asProblem, type Problem } from '../api/problem';
import type { LinkPreview } from '../api/types';
import { NotFound } from '../app/NotFound';
import { Title } from '../app/Title';
import { useConvoke } from '../app/convoke';
import { changeMembership } from '../groups/cache';
import { memberKeys } from '../members/queries';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Loaded } from '../ui/Panel';
import { whyRefused } from '../ui/refusal';
import { Time } from '../ui/Time';
import { toast } from '../ui/toasts';
import { linkPreview } from './queries';

const OVER = ['expired', 'exhausted', 'revoked'] as const;

/** Where a link leads, for whoever was given it. */
export default function LinkPage() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const { code = '' } = useParams();
  const query = useQuery(linkPreview(api, code));
  const refusal = query.error ? asProblem(query.error) : null;
  if (refusal?.status === 404) {
    return <NotFound />;
  }
  return (
    <div className="stack">
      <Title>{t('links.join.title')}</Title>
      {refusal?.status === 410 ? <Over refusal={refusal} /> : <Loaded query={query}>{(link) => <Join code={code} link={link} />}</Loaded>}
    </div>
  );
}

function Over({ refusal }: { refusal: Problem }) {
  const { t } = useTranslation();
  const why = OVER.find((each) => each === refusal.code);
  return <Empty title={t('links.join.over')} text={why ? t(`links.join.${why}`) : refusal.detail} />;
}

function Join({ code, link: { group, createdBy, expiresAt, member } }: { code: string; link: LinkPreview }) {
  const { t } = useTranslation();
  const redeem = useRedeem(code, group);
  const refusal = redeem.error ? asProblem(redeem.error) : null;
  return (
    <div className="card stack">
      <div>
        <h2>{group.name}</h2>
        <p className="muted number">
          {t(`groups.visibility.${group.visibility}`)} · {t('groups.members', { count: group.memberCount })}
        </p>
      </div>
      <p>
        {t('links.join.by', { name: createdBy.name ?? t('app.someone') })} ·{' '}
        <span className="muted">
          {t('links.ends')} <Time at={expiresAt} />
        </span>
      </p>
      <div role="status">
        {refusal && <p className="field-error">{whyRefused(refusal)}</p>}
        {redeem.data === 'requested' && <p>{t('links.join.requested')}</p>}
      </div>
      {member ? (
        <p>
          {t('links.join.member')} <Link to={`/groups/${group.id}`}>{t('links.join.open', { group: group.name })}</Link>
        </p>
      ) : (
        redeem.data === undefined && (
          <div>
            <Button kind="primary" isPending={redeem.isPending} onPress={() => redeem.mutate()}>
              {t('links.join.action', { group: group.name })}
            </Button>
          </div>
        )
      )}
    </div>
  );
}

/** Comes in by the link and goes to the group, or has asked to be let in. */
function useRedeem(code: string, group: LinkPreview['group']) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      const answer = await body(api.invitations.POST('/api/v1/invitation-links/{link}/redeem', { params: { path: { link: code } }, body: {} }));
      if (!('role' in answer)) {
        void queries.invalidateQueries({ queryKey: memberKeys.ownRequests });
        return 'requested';
      }
      changeMembership(queries, group.id, answer.role);
      toast({ text: t('links.join.joined', { group: group.name }) });
      await navigate(`/groups/${group.id}`);
      return 'joined';
    },
  });
}
