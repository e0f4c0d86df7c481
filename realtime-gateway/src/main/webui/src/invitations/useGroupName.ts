import { useQuery } from '@tanstack/react-query';
import { useConvoke } from '../app/convoke';
import { groupById } from '../groups/queries';

/** A group's name, or an ellipsis where it is not known or not for one to see. */
export function useGroupName(groupId: string): string {
  const { api } = useConvoke();
  const { data } = useQuery(groupById(api, groupId));
  return data?.group.name ?? '…';
}
