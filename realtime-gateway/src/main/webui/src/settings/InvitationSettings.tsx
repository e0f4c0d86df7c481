import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import type { InvitationSettings as Settings } from '../api/types';
import { useConvoke } from '../app/convoke';
import { Choices } from '../ui/Choices';
import { Loaded } from '../ui/Panel';
import { toastFailure } from '../ui/toasts';
import { invitationSettings, settingsKeys } from './queries';

const KEYS = { ANYONE: 'anyone', SHARED_GROUPS: 'sharedGroups', NOBODY: 'nobody' } as const;
const CHOICES = Object.keys(KEYS) as Settings['from'][];

/** Whose invitations one wants; a choice shows at once and is taken back when it is refused. */
export function InvitationSettings() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const query = useQuery(invitationSettings(api));
  const queryKey = settingsKeys.invitations;
  const { mutate } = useMutation({
    mutationFn: (from: Settings['from']) => body(api.invitations.PUT('/api/v1/invitation-settings', { body: { from } })),
    onMutate: async (from) => {
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<Settings>(queryKey);
      queries.setQueryData<Settings>(queryKey, { from });
      return before;
    },
    onError: (thrown, _from, before) => {
      queries.setQueryData(queryKey, before);
      toastFailure(thrown);
    },
  });
  return (
    <>
      <h2>{t('settings.invitations.title')}</h2>
      <Loaded query={query}>
        {({ from }) => (
          <Choices
            label={t('settings.invitations.label')}
            options={CHOICES.map((value) => ({
              value,
              label: t(`settings.invitations.from.${KEYS[value]}`),
              hint: t(`settings.invitations.hints.${KEYS[value]}`),
            }))}
            value={from}
            onChange={mutate}
          />
        )}
      </Loaded>
    </>
  );
}
