import type { Batch, Invitation } from '../api/types';

const AT = '2026-01-01T00:00:00Z';
const LATER = '2126-01-01T00:00:00Z';

/** Bob's invitation of Alice to Chess, but for what a test says. */
export function anInvitation(with_: Partial<Invitation> = {}): Invitation {
  return {
    id: 'i1',
    groupId: 'g1',
    group: { id: 'g1', name: 'Chess', visibility: 'PUBLIC', memberCount: 2 },
    inviterId: 'bob',
    inviteeId: 'alice',
    message: null,
    status: 'PENDING',
    reason: null,
    createdAt: AT,
    expiresAt: LATER,
    decidedAt: null,
    ...with_,
  };
}

const NONE = { created: 0, existing: 0, alreadyMember: 0, blocked: 0, banned: 0, unknown: 0, notAllowed: 0, quota: 0, groupGone: 0, cancelled: 0, failed: 0 };

/** Nothing has become of anybody, but for what a test says. */
export function counts(with_: Partial<typeof NONE> = {}) {
  return { ...NONE, ...with_ };
}

export function aBatch(with_: Partial<Batch> = {}): Batch {
  return {
    id: 'b1',
    groupId: 'g1',
    inviterId: 'alice',
    state: 'RUNNING',
    total: 4,
    processed: 0,
    ...NONE,
    createdAt: AT,
    message: null,
    finishedAt: null,
    ...with_,
  };
}
