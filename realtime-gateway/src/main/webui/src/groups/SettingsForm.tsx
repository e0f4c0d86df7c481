import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../api/problem';
import type { Group } from '../api/types';
import { useConvoke } from '../app/convoke';
import { useEvent } from '../live/hooks';
import { useName } from '../people/Name';
import { Button } from '../ui/Button';
import { showRefusal } from '../ui/refusal';
import { toast } from '../ui/toasts';
import { changeGroup } from './cache';
import { GroupFields } from './GroupFields';
import { type GroupForm, groupForm } from './form';
import { type GroupAsRead, groupKeys } from './queries';

/** Somebody changed the settings while they were being edited; who, where that was heard. */
type Meanwhile = { by: string | null } | null;

/** Changes what differs from the settings as they were read. What others change meanwhile comes in beside what is typed. */
export function SettingsForm({ read }: { read: GroupAsRead }) {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const [meanwhile, setMeanwhile] = useState<Meanwhile>(null);
  const form = useForm<GroupForm>({
    resolver: zodResolver(groupForm(t)),
    values: typed(read.group),
    resetOptions: { keepDirtyValues: true },
  });
  const { control, handleSubmit, formState } = form;
  const { isDirty, dirtyFields } = formState;
  useEvent('group:updated', ({ groupId, actorId, group }) => {
    if (groupId === read.group.id && group && actorId !== session.userId && isDirty) {
      setMeanwhile({ by: actorId });
    }
  });
  const { mutate, isPending } = useSave(read, {
    onSaved: (group) => {
      setMeanwhile(null);
      form.reset(typed(group));
    },
    onStale: () => setMeanwhile({ by: null }),
    onRefused: (thrown) => showRefusal(thrown, form),
  });
  const save = handleSubmit((values) => {
    const changed = Object.entries(values).filter(([field]) => dirtyFields[field as keyof GroupForm]);
    mutate(Object.fromEntries(changed));
  });
  return (
    <form className="card stack" onSubmit={(event) => void save(event)} noValidate>
      {read.group.archived && <p className="notice">{t('groups.settings.archived')}</p>}
      <GroupFields control={control} isDisabled={read.group.archived} />
      <div role="status">{meanwhile && <Changed by={meanwhile.by} />}</div>
      <div className="row-end">
        <Button kind="primary" type="submit" isPending={isPending} isDisabled={read.group.archived}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  );
}

function Changed({ by }: { by: string | null }) {
  const { t } = useTranslation();
  const name = useName(by);
  return <p className="notice">{by === null ? t('groups.settings.stale') : t('groups.settings.changed', { name })}</p>;
}

interface Outcome {
  onSaved: (group: Group) => void;
  onStale: () => void;
  onRefused: (thrown: unknown) => void;
}

function useSave({ group: { id }, etag }: GroupAsRead, { onSaved, onStale, onRefused }: Outcome) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ capacity, ...changes }: Partial<GroupForm>): Promise<GroupAsRead> => {
      const { data, response } = await api.groups.PATCH('/api/v1/groups/{g}', {
        params: { path: { g: id }, header: { 'If-Match': etag } },
        body: { ...changes, ...(capacity !== undefined && { capacity: Number(capacity) }) },
      });
      return { group: data as Group, etag: response.headers.get('etag') ?? '' };
    },
    onSuccess: (now) => {
      queries.setQueryData<GroupAsRead>(groupKeys.settings(id), now);
      changeGroup(queries, id, now.group);
      onSaved(now.group);
      toast({ text: t('app.saved') });
    },
    onError: async (thrown) => {
      if (asProblem(thrown).status === 412) {
        await queries.invalidateQueries({ queryKey: groupKeys.settings(id) });
        onStale();
      } else {
        onRefused(thrown);
      }
    },
  });
}

function typed({ name, description, visibility, joinPolicy, whoMayInvite, capacity }: Group): GroupForm {
  return { name, description, visibility, joinPolicy, whoMayInvite, capacity: String(capacity) };
}
