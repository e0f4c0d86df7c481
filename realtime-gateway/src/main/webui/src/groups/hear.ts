import type { Hear } from '../app/assemble';
import { groupKeys } from './queries';

/** Keeps groups true to what is heard of them. */
export const hearGroups: Hear = ({ live }, queries) => {
  live.on('group:created', () => void queries.invalidateQueries({ queryKey: groupKeys.mine }));
};
