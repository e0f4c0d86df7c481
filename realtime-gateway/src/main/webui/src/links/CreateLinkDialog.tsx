import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import { useConvoke } from '../app/convoke';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { FormRefusal } from '../ui/FormRefusal';
import { showRefusal } from '../ui/refusal';
import { FormText } from '../ui/TextField';
import { type LinkForm, linkForm } from './form';
import { LinkReady } from './LinkReady';
import { linkKeys } from './queries';

interface Props {
  groupId: string;
  onClose: () => void;
}

/** Makes a link, and shows its address this one time. */
export default function CreateLinkDialog({ groupId, onClose }: Props) {
  const { t } = useTranslation();
  const [code, setCode] = useState<string | null>(null);
  return (
    <Dialog title={code === null ? t('links.createTitle') : t('links.ready')} open onClose={onClose}>
      {code === null ? (
        <CreateLink groupId={groupId} onClose={onClose} onCreated={setCode} />
      ) : (
        <LinkReady address={`${location.origin}/join/${code}`} onClose={onClose} />
      )}
    </Dialog>
  );
}

function CreateLink({ groupId, onClose, onCreated }: Props & { onCreated: (code: string) => void }) {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const queries = useQueryClient();
  const { control, handleSubmit, setError, getValues, setFocus, formState } = useForm<LinkForm>({
    resolver: zodResolver(linkForm(t)),
    defaultValues: { maxUses: '', expiresInDays: '7' },
  });
  useEffect(() => setFocus('maxUses'), [setFocus]);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ maxUses, expiresInDays }: LinkForm) =>
      body(
        api.invitations.POST('/api/v1/invitation-links', {
          body: { groupId, maxUses: maxUses === '' ? undefined : Number(maxUses), expiresInDays: Number(expiresInDays) },
        }),
      ),
    onSuccess: (link) => {
      void queries.invalidateQueries({ queryKey: linkKeys.ofGroup(groupId) });
      onCreated(link.code ?? '');
    },
    onError: (thrown) => showRefusal(thrown, { setError, getValues }),
  });
  return (
    <form className="stack" onSubmit={(event) => void handleSubmit((form) => mutate(form))(event)} noValidate>
      <FormText control={control} name="maxUses" label={t('links.maxUses')} hint={t('links.maxUsesHint')} inputMode="numeric" />
      <FormText control={control} name="expiresInDays" label={t('links.days')} inputMode="numeric" isRequired />
      <FormRefusal errors={formState.errors} />
      <div className="row-end">
        <Button onPress={onClose}>{t('app.cancel')}</Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('links.createAction')}
        </Button>
      </div>
    </form>
  );
}
