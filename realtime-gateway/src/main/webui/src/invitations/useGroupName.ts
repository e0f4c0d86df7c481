import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { groupById } from '../groups/queries';

/** A group's name; it may be gone, or not for one to see any more. */
export function useGroupName(groupId: string): string {
  const { api } = useConvoke();
  const { t } = useTranslation();
  const { data, error } = useQuery(groupById(api, groupId));
  return data?.group.name ?? (error ? t('invitations.batch.gone') : '…');
}
