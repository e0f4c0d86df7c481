import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { toastFailure } from '../ui/toasts';
import { changeGroup } from './cache';
import { groupKeys } from './queries';
import { useDelete } from './useDelete';

/** How an owner closes a group, opens it again, or ends it. */
export function GroupEnding({ group }: { group: Group }) {
  const { t } = useTranslation();
  return (
    <section className="card stack" aria-labelledby="ending-title">
      <h3 id="ending-title">{t('groups.settings.danger')}</h3>
      <Archiving group={group} />
      <Delete group={group} />
    </section>
  );
}

/** One button for both ways, so that the focus stays on it. */
function Archiving({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useArchive(group);
  return (
    <Deed hint={t(group.archived ? 'groups.settings.unarchiveHint' : 'groups.settings.archiveHint')}>
      <Button isPending={isPending} onPress={() => (group.archived ? mutate(false) : setAsking(true))}>
        {t(group.archived ? 'groups.settings.unarchive' : 'groups.settings.archive')}
      </Button>
      <Confirm
        title={t('groups.settings.archiveTitle', { group: group.name })}
        action={t('groups.settings.archive')}
        open={asking}
        pending={isPending}
        onConfirm={() => mutate(true, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      >
        <p>{t('groups.settings.archiveText')}</p>
      </Confirm>
    </Deed>
  );
}

function Delete({ group }: { group: Group }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { mutate, isPending } = useDelete(group);
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

function useArchive({ id }: Group) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  const params = { path: { g: id } };
  return useMutation({
    mutationFn: (archived: boolean) =>
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
