import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { asProblem } from '../api/problem';
import type { LinkPreview } from '../api/types';
import { useConvoke } from '../app/convoke';
import { groupKeys } from '../groups/queries';
import { useName } from '../people/Name';
import { Button } from '../ui/Button';
import { Time } from '../ui/Time';
import { toast } from '../ui/toasts';
import { LinkOver, whyOver } from './LinkOver';

/** The group behind a link, who made it, and joining, or asking to where the group wants to be asked. */
export function Join({ code, preview }: { code: string; preview: LinkPreview }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { group, createdBy } = preview;
  const name = useName(createdBy.id, createdBy.name ?? undefined);
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: async () => {
      const { response } = await api.invitations.POST('/api/v1/invitation-links/{link}/redeem', {
        params: { path: { link: code } },
        body: {},
      });
      return { requested: response.status === 202 };
    },
    onSuccess: async ({ requested }) => {
      void queries.invalidateQueries({ queryKey: groupKeys.all(group.id) });
      if (!requested) {
        void queries.invalidateQueries({ queryKey: groupKeys.mine });
        toast({ text: t('links.join.joined', { group: group.name }) });
        await navigate(`/groups/${group.id}`);
      }
    },
  });
  const over = whyOver(error);
  if (over) {
    return <LinkOver why={over} />;
  }
  return (
    <section className="card stack" aria-labelledby="joined-group">
      <div>
        <h2 id="joined-group">{group.name}</h2>
        <p className="muted number">
          {t(`groups.visibility.${group.visibility}`)} · {t('groups.members', { count: group.memberCount })}
        </p>
      </div>
      <p>
        {t('links.join.by', { name })} <span className="muted">({t('links.ends')} <Time at={preview.expiresAt} />)</span>
      </p>
      {error && (
        <p className="field-error" role="alert">
          {asProblem(error).detail || t('app.failed.unreachable')}
        </p>
      )}
      {preview.member && <p>{t('links.join.member')}</p>}
      {preview.member ? (
        <p>
          <Link to={`/groups/${group.id}`}>{t('links.join.open', { group: group.name })}</Link>
        </p>
      ) : data?.requested ? (
        <Requested />
      ) : (
        <div>
          <Button kind="primary" isPending={isPending} onPress={() => mutate()}>
            {t('links.join.action', { group: group.name })}
          </Button>
        </div>
      )}
    </section>
  );
}

function Requested() {
  const { t } = useTranslation();
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <p className="notice" role="status" ref={ref} tabIndex={-1}>
      {t('links.join.requested')}
    </p>
  );
}
