import type { Link } from '../api/types';

export type LinkState = 'live' | 'revoked' | 'expired' | 'exhausted';

/** Whether a link still admits, and if not why. */
export function stateOf(link: Pick<Link, 'revoked' | 'expiresAt' | 'maxUses' | 'uses'>, now = Date.now()): LinkState {
  if (link.revoked) {
    return 'revoked';
  }
  if (Date.parse(link.expiresAt) <= now) {
    return 'expired';
  }
  return link.maxUses !== null && link.uses >= link.maxUses ? 'exhausted' : 'live';
}
