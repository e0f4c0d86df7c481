import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { body } from '../api/api';
import { useConvoke } from '../app/convoke';
import { useDebounced } from '../groups/useDebounced';
import { Pick, type PickProps } from './Pick';

/** Somebody whom the directory knows, but not the person herself. */
export function PersonPick(props: PickProps) {
  const { api, session } = useConvoke();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim());
  const { data } = useQuery({
    queryKey: ['people', 'found', search],
    queryFn: () => body(api.groups.GET('/api/v1/people', { params: { query: { query: search, limit: 20 } } })),
    enabled: search !== '',
    placeholderData: keepPreviousData,
  });
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== session.userId)
    .map(({ id, name, username }) => ({ id, name, note: `@${username}` }));
  return <Pick {...props} options={options} typed={typed} onType={setTyped} />;
}
