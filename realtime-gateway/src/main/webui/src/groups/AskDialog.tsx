import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import type { Group } from '../api/types';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FormRefusal } from '../ui/FormRefusal';
import { showRefusal } from '../ui/refusal';
import { FormText } from '../ui/TextField';
import { useAsk } from './useJoin';

interface Props {
  group: Group;
  open: boolean;
  onClose: () => void;
}

/** Asks the moderators of a group to be let in, with a message if one likes. */
export function AskDialog({ group, open, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={t('groups.ask.of', { group: group.name })} open={open} onClose={onClose}>
      <AskForm group={group} onClose={onClose} />
    </Dialog>
  );
}

function AskForm({ group, onClose }: Omit<Props, 'open'>) {
  const { t } = useTranslation();
  const { mutate, isPending } = useAsk(group);
  const { control, handleSubmit, setError, getValues, formState } = useForm({
    resolver: zodResolver(z.object({ message: z.string().trim().max(500, t('groups.invalid.message')) })),
    defaultValues: { message: '' },
  });
  const send = handleSubmit(({ message }) =>
    mutate(message, { onSuccess: onClose, onError: (thrown) => showRefusal(thrown, { setError, getValues }) }),
  );
  return (
    <form className="stack" onSubmit={(event) => void send(event)} noValidate>
      <FormText control={control} name="message" label={t('groups.ask.message')} hint={t('groups.ask.hint')} lines />
      <FormRefusal errors={formState.errors} />
      <div className="row-end">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('groups.ask.send')}
        </Button>
      </div>
    </form>
  );
}
