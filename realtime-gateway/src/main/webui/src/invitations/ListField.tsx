import { Upload } from 'lucide-react';
import { DropZone, FileTrigger, Text } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button';
import { Progress } from '../ui/Progress';
import { whyRefused } from '../ui/refusal';
import { TextField } from '../ui/TextField';
import { toastFailure } from '../ui/toasts';
import { recipientsOf } from './recipients';
import type { useRecipients } from './useRecipients';

const SHOWN = 10;

interface Props {
  text: string;
  onChange: (text: string) => void;
  recipients: ReturnType<typeof useRecipients>;
}

/** Many recipients at once, pasted or from a file, and what was made of them. */
export function ListField({ text, onChange, recipients }: Props) {
  const { t } = useTranslation();
  const add = async (files: Promise<Pick<File, 'text'>>[]) => {
    try {
      const texts = await Promise.all(files.map(async (file) => (await file).text()));
      onChange([text, ...texts.map(recipientsOf)].filter(Boolean).join('\n'));
    } catch (thrown) {
      toastFailure(thrown);
    }
  };
  return (
    <div className="stack-small">
      <TextField label={t('invitations.list.label')} hint={t('invitations.list.hint')} value={text} onChange={onChange} lines />
      <DropZone
        className="drop"
        aria-label={t('invitations.list.drop')}
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => void add(items.filter((item) => item.kind === 'file').map((item) => item.getFile()))}
      >
        <Text slot="label" className="muted small grow">
          {t('invitations.list.drop')}
        </Text>
        <FileTrigger acceptedFileTypes={['.csv', '.txt', 'text/csv', 'text/plain']} onSelect={(files) => void add([...(files ?? [])].map((file) => Promise.resolve(file)))}>
          <Button>
            <Upload size={18} aria-hidden />
            {t('invitations.list.choose')}
          </Button>
        </FileTrigger>
      </DropZone>
      <Checking recipients={recipients} />
      <Report recipients={recipients} />
    </div>
  );
}

/** Beside what is told to screen readers: it changes several times a second. */
function Checking({ recipients: { read, checked } }: Pick<Props, 'recipients'>) {
  const { t } = useTranslation();
  if (checked === null || read === 0) {
    return null;
  }
  return <Progress label={t('invitations.list.checked', { checked, read })} value={checked} total={read} />;
}

function Report({ recipients }: Pick<Props, 'recipients'>) {
  const { t } = useTranslation();
  const { read, looking, strange, unknown, tooMany, failed, retry } = recipients;
  const some = (words: string[]) => words.slice(0, SHOWN).join(', ') + (words.length > SHOWN ? ' …' : '');
  return (
    <div className="stack-small small" role="status">
      {read > 0 && <p className="number">{t('invitations.list.read', { count: read })}</p>}
      {looking && <p className="muted">{t('invitations.list.looking')}</p>}
      {strange.length > 0 && <p>{t('invitations.list.strange', { count: strange.length, words: some(strange) })}</p>}
      {unknown.length > 0 && <p>{t('invitations.list.unknown', { count: unknown.length, words: some(unknown) })}</p>}
      {tooMany > 0 && <p className="field-error">{t('invitations.list.tooMany', { count: tooMany })}</p>}
      {failed && (
        <div className="field-error row">
          {whyRefused(failed)}
          <Button onPress={retry}>{t('app.retry')}</Button>
        </div>
      )}
    </div>
  );
}
