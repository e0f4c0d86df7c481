import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import type { NotificationLevel } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Select } from '../ui/Select';
import { toastFailure } from '../ui/toasts';
import { groupLevels, type Level, levelOf, notificationKeys, setLevel } from './queries';

const LEVELS = ['ALL', 'IMPORTANT', 'MUTED'] as const;

/** How much of a group one wants to be told. */
export function LevelSelect({ groupId }: { groupId: string }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const { data } = useQuery(groupLevels(api));
  const { mutate } = useMutation({
    mutationFn: (level: Level) =>
      body(api.gateway.PUT('/api/v1/notifications/groups/{groupId}', { params: { path: { groupId } }, body: { level } })),
    onMutate: async (level) => {
      await queries.cancelQueries({ queryKey: notificationKeys.levels });
      const before = queries.getQueryData<NotificationLevel[]>(notificationKeys.levels);
      setLevel(queries, { groupId, level });
      return before;
    },
    onError: (thrown, _level, before) => {
      queries.setQueryData(notificationKeys.levels, before);
      toastFailure(thrown);
    },
  });
  return (
    <Select
      label={t('notifications.level')}
      options={LEVELS.map((value) => ({ value, label: t(`notifications.levels.${value}`) }))}
      value={levelOf(data ?? [], groupId)}
      onChange={mutate}
      isDisabled={data === undefined}
    />
  );
}
