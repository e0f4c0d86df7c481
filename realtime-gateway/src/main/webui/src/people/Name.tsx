import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { usePerson } from './usePerson';

/** Somebody's name; "You" for oneself, "Somebody" for who is not known any more. */
export function useName(id: string | null | undefined): string {
  const { t } = useTranslation();
  const { session } = useConvoke();
  const person = usePerson(id);
  if (id === session.userId) {
    return t('app.you');
  }
  return person === undefined ? '…' : (person?.name ?? t('app.someone'));
}

export function Name({ id }: { id: string | null | undefined }) {
  return useName(id);
}
