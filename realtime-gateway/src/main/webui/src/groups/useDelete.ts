import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { toast, toastFailure } from '../ui/toasts';
import { endGroup } from './cache';

/** Deletes a group, and leads away from it. */
export function useDelete(group: Group) {
  const { t } = useTranslation();
  const { api, session } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.groups.DELETE('/api/v1/groups/{g}', { params: { path: { g: group.id } } }),
    onSuccess: async () => {
      toast({ text: t('groups.settings.deleted', { group: group.name }) });
      await navigate('/groups');
      endGroup(queries, group.id, { how: 'deleted', groupName: group.name, actorId: session.userId });
    },
    onError: toastFailure,
  });
}
