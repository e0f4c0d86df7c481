/** What happens to one person; the others happen to the whole group. */
export const PERSONAL = [
  'MEMBER_JOINED',
  'MEMBER_INVITED',
  'MEMBER_LEFT',
  'MEMBER_REMOVED',
  'MEMBER_BANNED',
  'MEMBER_UNBANNED',
  'MEMBER_MUTED',
  'MEMBER_UNMUTED',
  'MEMBER_ROLE_CHANGED',
  'OWNERSHIP_TRANSFERRED',
  'JOIN_REQUESTED',
  'JOIN_REQUEST_APPROVED',
  'JOIN_REQUEST_REJECTED',
  'JOIN_REQUEST_WITHDRAWN',
] as const;

/** What feed and audit tell, with a sentence for each. */
export const KINDS = [
  'GROUP_CREATED',
  'GROUP_UPDATED',
  'GROUP_ARCHIVED',
  'GROUP_UNARCHIVED',
  'GROUP_DELETED',
  ...PERSONAL,
] as const;

export type Kind = (typeof KINDS)[number];

interface Told {
  kind: string;
  data: Record<string, unknown>;
}

/** The kind of sentence for an entry; null for a kind that a newer service has. */
export function kindOf({ kind, data }: Told): Kind | null {
  if (kind === 'MEMBER_JOINED' && typeof data.invitedBy === 'string') {
    return 'MEMBER_INVITED';
  }
  if (kind === 'MEMBER_MUTED' && data.mutedUntil === undefined) {
    return 'MEMBER_UNMUTED';
  }
  return KINDS.find((known) => known === kind) ?? null;
}

export function isPersonal(kind: Kind): kind is (typeof PERSONAL)[number] {
  return PERSONAL.some((personal) => personal === kind);
}
