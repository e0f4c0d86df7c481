import type { Group } from '../api/types';

export function InvitePeopleDialog(_props: { group: Group; open: boolean; onClose: () => void }) {
  return null;
}
