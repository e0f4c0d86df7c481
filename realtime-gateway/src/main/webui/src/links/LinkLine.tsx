import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Link } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useName } from '../people/Name';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Time } from '../ui/Time';
import { toastFailure } from '../ui/toasts';
import { linkKeys } from './queries';
import { stateOf } from './state';

/** A link in the list of its group's. */
export function LinkLine({ link }: { link: Link }) {
  const { t } = useTranslation();
  const state = stateOf(link);
  const creator = useName(link.createdBy);
  return (
    <li>
      <div className="grow">
        <p className="number">
          {link.maxUses === null
            ? t('links.uses', { count: link.uses })
            : t('links.usesOf', { uses: link.uses, most: link.maxUses })}
        </p>
        <p className="muted small">
          {t('links.created')} <Time at={link.createdAt} /> {t('links.by', { name: creator })} ·{' '}
          {t(state === 'expired' ? 'links.ended' : 'links.ends')} <Time at={link.expiresAt} />
        </p>
      </div>
      <span className={state === 'live' ? 'badge badge-accent' : 'badge'}>{t(`links.state.${state}`)}</span>
      {state === 'live' && <Revoke link={link} creator={creator} />}
    </li>
  );
}

function Revoke({ link, creator }: { link: Link; creator: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.invitations.DELETE('/api/v1/invitation-links/{link}', { params: { path: { link: link.id } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: linkKeys.ofGroup(link.groupId) }),
    onError: toastFailure,
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button aria-label={t('links.revokeOf', { name: creator })} onPress={() => setAsking(true)}>
        {t('links.revoke')}
      </Button>
      <Confirm
        title={t('links.revokeTitle')}
        action={t('links.revoke')}
        open={asking}
        pending={isPending}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        {t('links.revokeText')}
      </Confirm>
    </>
  );
}
