import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Group, Person } from '../api/types';
import { PeoplePicker } from '../people/PeoplePicker';
import { Button } from '../ui/Button';
import { FormRefusal } from '../ui/FormRefusal';
import { showRefusal } from '../ui/refusal';
import { FormText } from '../ui/TextField';
import { type InviteForm, inviteForm, LONGEST } from './form';
import { ListField } from './ListField';
import { Predicted } from './Predicted';
import { useInvite } from './useInvite';
import { useRecipients } from './useRecipients';
import './invitations.css';

interface Props {
  group: Group;
  onBatch: (id: string) => void;
  onClose: () => void;
}

/** Whom to invite, with which words and until when. What is refused leaves everything as it was typed. */
export function InvitePeople({ group, onBatch, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Person[]>([]);
  const [text, setText] = useState('');
  const recipients = useRecipients(chosen, text);
  const { control, handleSubmit, setError, getValues, formState } = useForm<InviteForm>({
    resolver: zodResolver(inviteForm(t)),
    defaultValues: { message: '', expiresInDays: '14' },
  });
  const message = useWatch({ control, name: 'message' });
  const invite = useInvite({ onBatch, onClose, onRefused: (thrown) => showRefusal(thrown, { setError, getValues }) });
  const orderOf = (form: InviteForm) => ({
    groupId: group.id,
    inviteeIds: recipients.ids,
    message: form.message.trim() || undefined,
    expiresInDays: Number(form.expiresInDays),
  });
  const submit = (act: (order: ReturnType<typeof orderOf>) => void) => (event?: React.SyntheticEvent) =>
    void handleSubmit((form) => {
      if (recipients.ids.length === 0) {
        setError('root', { message: t('invitations.noRecipients') });
      } else if (recipients.tooMany === 0 && !recipients.looking && !recipients.failed) {
        act(orderOf(form));
      }
    })(event);
  const waiting = recipients.looking || recipients.tooMany > 0 || recipients.failed !== null;
  const prediction = invite.predictionFor(recipients.ids);
  return (
    <form className="stack" onSubmit={submit(invite.send)} noValidate>
      <PeoplePicker label={t('invitations.search')} chosen={chosen} onChange={setChosen} />
      <ListField text={text} onChange={setText} recipients={recipients} />
      <FormText
        control={control}
        name="message"
        label={t('invitations.message')}
        hint={t('invitations.characters', { count: message.length, most: LONGEST })}
        lines
      />
      <FormText control={control} name="expiresInDays" label={t('invitations.days')} inputMode="numeric" />
      {prediction && <Predicted prediction={prediction} />}
      <FormRefusal errors={formState.errors} />
      <div className="row-end">
        <Button isPending={invite.isPredicting} isDisabled={waiting} onPress={() => submit(invite.predict)()}>
          {t('invitations.check')}
        </Button>
        <Button kind="primary" type="submit" isPending={invite.isSending} isDisabled={waiting}>
          {recipients.ids.length > 1 ? t('invitations.inviteMany', { count: recipients.ids.length }) : t('invitations.invite')}
        </Button>
      </div>
    </form>
  );
}
