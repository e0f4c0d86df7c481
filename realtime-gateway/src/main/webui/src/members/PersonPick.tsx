import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useConvoke } from '../app/convoke';
import { peopleFound } from '../people/search';
import { useDebounced } from '../ui/useDebounced';
import { Pick, type PickProps } from './Pick';

/** Somebody whom the directory knows, but not the person herself. */
export function PersonPick(props: PickProps) {
  const { api, session } = useConvoke();
  const [typed, setTyped] = useState('');
  const search = useDebounced(typed.trim());
  const { data } = useQuery(peopleFound(api, search));
  const options = (data ?? [])
    .filter(({ id }) => id !== session.userId)
    .map(({ id, name, username }) => ({ id, name, note: `@${username}` }));
  return <Pick {...props} options={options} typed={typed} onType={setTyped} />;
}
