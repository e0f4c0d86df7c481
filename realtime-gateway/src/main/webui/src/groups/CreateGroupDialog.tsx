import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { body } from '../api/api';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { showRefusal } from '../ui/refusal';
import { GroupFields } from './GroupFields';
import { type GroupForm, groupForm } from './form';
import { groupKeys } from './queries';

/** Founds a group and goes there. A public one is announced to everybody who is connected. */
export default function CreateGroupDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('groups.createTitle')} open={open} onClose={onClose}>
      <CreateGroup onClose={onClose} />
    </Dialog>
  );
}

function CreateGroup({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { control, handleSubmit, setError, getValues, setFocus } = useForm<GroupForm>({
    resolver: zodResolver(groupForm(t)),
    defaultValues: { name: '', description: '', visibility: 'PUBLIC', joinPolicy: 'OPEN', whoMayInvite: 'MEMBERS', capacity: '5000' },
  });
  useEffect(() => setFocus('name'), [setFocus]);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ capacity, ...settings }: GroupForm) =>
      body(api.groups.POST('/api/v1/groups', { body: { ...settings, capacity: Number(capacity) } })),
    onSuccess: async (group) => {
      void queries.invalidateQueries({ queryKey: groupKeys.lists });
      onClose();
      await navigate(`/groups/${group.id}`);
    },
    onError: (thrown) => showRefusal(thrown, { setError, getValues }),
  });
  return (
    <form className="stack" onSubmit={(event) => void handleSubmit((form) => mutate(form))(event)} noValidate>
      <GroupFields control={control} />
      <div className="row-end">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('groups.createAction')}
        </Button>
      </div>
    </form>
  );
}
