import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConvoke } from '../app/convoke';
import { useDebounced } from '../ui/useDebounced';
import { Pick, type PickProps } from './Pick';
import { membersOf } from './queries';

/** A member of the group, but not the person herself. */
export function MemberPick({ groupId, ...props }: PickProps & { groupId: string }) {
  const { t } = useTranslation();
  const { api, session } = useConvoke();
  const [typed, setTyped] = useState('');
  const query = useDebounced(typed.trim());
  const { data } = useInfiniteQuery({ ...membersOf(api, groupId, { role: null, query }), placeholderData: keepPreviousData });
  const options = (data ?? [])
    .filter(({ userId }) => userId !== session.userId)
    .map(({ userId, name, role }) => ({ id: userId, name, note: t(`groups.role.${role}`) }));
  return <Pick {...props} options={options} typed={typed} onType={setTyped} />;
}
