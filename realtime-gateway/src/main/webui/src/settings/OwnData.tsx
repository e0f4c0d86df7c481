import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '../api/api';
import { useConvoke } from '../app/convoke';
import { usePerson } from '../people/usePerson';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { save } from '../ui/save';
import { TextField } from '../ui/TextField';
import { toastFailure } from '../ui/toasts';

/** What is kept about oneself: to take away, and to have forgotten. */
export function OwnData() {
  const { t } = useTranslation();
  const { api } = useConvoke();
  const [erasing, setErasing] = useState(false);
  const taking = useMutation({
    mutationFn: () => body(api.groups.GET('/api/v1/people/me/export')),
    onSuccess: (data) => save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), 'convoke.json'),
    onError: toastFailure,
  });
  return (
    <>
      <h2>{t('settings.data.title')}</h2>
      <p>{t('settings.data.exportText')}</p>
      <div>
        <Button isPending={taking.isPending} onPress={() => taking.mutate()}>
          {t('settings.data.export')}
        </Button>
      </div>
      <p>{t('settings.data.eraseText')}</p>
      <div>
        <Button kind="danger" onPress={() => setErasing(true)}>
          {t('settings.data.erase')}
        </Button>
      </div>
      {erasing && <Erasure onClose={() => setErasing(false)} />}
    </>
  );
}

/** She types her user name, so that it is no slip. */
function Erasure({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { api, session } = useConvoke();
  const me = usePerson(session.userId);
  const [typed, setTyped] = useState('');
  const { mutate, isPending } = useMutation({
    mutationFn: () => api.groups.DELETE('/api/v1/people/me'),
    onSuccess: () => session.signOut(),
    onError: toastFailure,
  });
  return (
    <Confirm
      title={t('settings.data.eraseTitle')}
      action={t('settings.data.eraseForGood')}
      open
      pending={isPending}
      isDisabled={me?.username !== typed.trim()}
      onConfirm={() => mutate()}
      onClose={onClose}
    >
      <div className="stack">
        <p>{t('settings.data.eraseWarning')}</p>
        <TextField
          label={t('settings.data.typeName', { name: me?.username ?? '…' })}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
        />
      </div>
    </Confirm>
  );
}
