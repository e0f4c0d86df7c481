import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useController, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FormRefusal } from '../ui/FormRefusal';
import { showRefusal } from '../ui/refusal';
import { FormSelect } from '../ui/Select';
import { FormText } from '../ui/TextField';
import { dropMember } from './cache';
import { PersonPick } from './PersonPick';
import { memberKeys } from './queries';

const DAY = 86_400_000;
const SPANS = { forever: null, DAY, WEEK: 7 * DAY, MONTH: 30 * DAY } as const;
const CHOICES = ['forever', 'DAY', 'WEEK', 'MONTH'] as const;

interface Props {
  groupId: string;
  /** Whom; without one she is searched for. */
  person?: { userId: string; name: string };
  open: boolean;
  onClose: () => void;
}

/** Keeps somebody out of a group, for a time or for good. */
export function BanDialog({ groupId, person, open, onClose }: Props) {
  const { t } = useTranslation();
  const title = person ? t('members.ban.title', { name: person.name }) : t('members.ban.titleAnybody');
  return (
    <Dialog title={title} open={open} onClose={onClose} alert>
      <BanForm groupId={groupId} person={person} onClose={onClose} />
    </Dialog>
  );
}

function BanForm({ groupId, person, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const { control, handleSubmit, setError, getValues, formState } = useForm({
    resolver: zodResolver(
      z.object({
        userId: z.string().min(1, t('members.ban.missing')),
        reason: z.string().trim().max(500, t('members.ban.tooLong')),
        until: z.enum(CHOICES),
      }),
    ),
    defaultValues: { userId: person?.userId ?? '', reason: '', until: 'forever' as const },
  });
  const { field, fieldState } = useController({ control, name: 'userId' });
  const { mutate, isPending } = useBan(groupId);
  const ban = handleSubmit((values) => mutate(values, { onSuccess: onClose, onError: (thrown) => showRefusal(thrown, { setError, getValues }) }));
  return (
    <form className="stack" onSubmit={(event) => void ban(event)} noValidate>
      <p>{t('members.ban.text')}</p>
      {!person && (
        <PersonPick
          label={t('members.ban.person')}
          hint={t('members.ban.personHint')}
          error={fieldState.error?.message}
          onPick={(userId) => field.onChange(userId ?? '')}
        />
      )}
      <FormText control={control} name="reason" label={t('members.ban.reason')} hint={t('members.ban.reasonHint')} />
      <FormSelect
        control={control}
        name="until"
        label={t('members.ban.until')}
        options={CHOICES.map((value) => ({ value, label: t(`members.ban.${value}`) }))}
      />
      <FormRefusal errors={formState.errors} />
      <div className="row-end">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button kind="danger" type="submit" isPending={isPending}>
          {t('members.ban.action')}
        </Button>
      </div>
    </form>
  );
}

function useBan(g: string) {
  const { api } = useConvoke();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ userId, reason, until }: { userId: string; reason: string; until: (typeof CHOICES)[number] }) => {
      const length = SPANS[until];
      return api.groups.PUT('/api/v1/groups/{g}/bans/{u}', {
        params: { path: { g, u: userId } },
        body: { reason: reason || undefined, until: length === null ? null : new Date(Date.now() + length).toISOString() },
      });
    },
    onSuccess: (_ban, { userId }) => {
      dropMember(queries, g, userId);
      void queries.invalidateQueries({ queryKey: memberKeys.bans(g) });
    },
  });
}
