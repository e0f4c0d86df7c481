import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { body } from '../api/api';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { toast, toastFailure } from '../ui/toasts';
import { changeGroup, endGroup } from './cache';
import { groupKeys } from './queries';

/** How an owner closes a group, opens it again, or ends it. */
export function GroupEnding({ group }: { group: Group }) {
  const { t } = useTranslation();
  return (
    <section className="card stack" aria-labelledby="ending-title">
      <h3 id="ending-title">{t('groups.settings.danger')}</h3>
      {group.archived ? <Unarchive group={group} /> : <Archive group={group} />}
      <Delete group={group} />
    </section>
  );
}

function Archive({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useArchive(group, true);
  return (
    <Deed hint={t('groups.settings.archiveHint')}>
      <Button onPress={() => setAsking(true)}>{t('groups.settings.archive')}</Button>
      <Confirm
        title={t('groups.settings.archiveTitle', { group: group.name })}
        action={t('groups.settings.archive')}
        open={asking}
        pending={isPending}
        onConfirm={() => mutate(undefined, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>{t('groups.settings.archiveText')}</p>
      </Confirm>
    </Deed>
  );
}

function Unarchive({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { mutate, isPending } = useArchive(group, false);
  return (
    <Deed hint={t('groups.settings.unarchiveHint')}>
      <Button isPending={isPending} onPress={() => mutate()}>
        {t('groups.settings.unarchive')}
      </Button>
    </Deed>
  );
}

function Delete({ group }: { group: Group }) {
  const { t } = useTranslation();
  const { api, session } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.groups.DELETE('/api/v1/groups/{g}', { params: { path: { g: group.id } } }),
    onSuccess: async () => {
      toast({ text: t('groups.settings.deleted', { group: group.name }) });
      await navigate('/groups');
      endGroup(queries, group.id, { how: 'deleted', groupName: group.name, actorId: session.userId });
    },
    onError: toastFailure,
  });
  return (
    <Deed hint={t('groups.settings.deleteHint')}>
      <Button kind="danger" onPress={() => setAsking(true)}>
        {t('groups.settings.delete')}
      </Button>
      <Confirm
        title={t('groups.settings.deleteTitle', { group: group.name })}
        action={t('groups.settings.delete')}
        open={asking}
        pending={isPending}
        onConfirm={() => mutate()}
        onClose={() => setAsking(false)}
      >
        <p>{t('groups.settings.deleteText', { members: t('groups.members', { count: group.memberCount }) })}</p>
      </Confirm>
    </Deed>
  );
}

function Deed({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <div className="row">
      <p className="grow muted">{hint}</p>
      {children}
    </div>
  );
}

function useArchive({ id }: Group, archived: boolean) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const params = { path: { g: id } };
  return useMutation({
    mutationFn: () =>
      archived
        ? body(api.groups.POST('/api/v1/groups/{g}/archive', { params, body: {} }))
        : body(api.groups.POST('/api/v1/groups/{g}/unarchive', { params, body: {} })),
    onSuccess: (group) => {
      changeGroup(queries, id, { archived: group.archived });
      void queries.invalidateQueries({ queryKey: groupKeys.settings(id) });
    },
    onError: toastFailure,
  });
}
