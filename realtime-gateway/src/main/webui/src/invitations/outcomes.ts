import type { Batch } from '../api/types';
import type { Outcome } from './queries';

/** Under which name a batch counts each outcome. */
const COUNTED = {
  CREATED: 'created',
  EXISTING: 'existing',
  ALREADY_MEMBER: 'alreadyMember',
  BLOCKED: 'blocked',
  BANNED: 'banned',
  UNKNOWN: 'unknown',
  NOT_ALLOWED: 'notAllowed',
  QUOTA: 'quota',
  GROUP_GONE: 'groupGone',
  CANCELLED: 'cancelled',
  FAILED: 'failed',
} as const satisfies Record<Outcome, keyof Batch>;

export const OUTCOMES = Object.keys(COUNTED) as Outcome[];

export type Counts = Pick<Batch, (typeof COUNTED)[Outcome]>;

/** The outcomes that there are, and how many have each. */
export function countsOf(counts: Counts): { outcome: Outcome; count: number }[] {
  return OUTCOMES.map((outcome) => ({ outcome, count: counts[COUNTED[outcome]] })).filter(({ count }) => count > 0);
}
