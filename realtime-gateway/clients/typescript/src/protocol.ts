// Written by `npm run protocol` from asyncapi.yaml.

export type FrameId = number;
export type Id = string;
export type UserId = string;
export type Token = string;
export type Device = string;
export type Cursor = string;
export type Seq = number;
export type Count = number;
export type Time = string;
export type OptionalTime = string | null;
export type Role = 'MEMBER' | 'MODERATOR' | 'ADMIN' | 'OWNER';
export type LiveKind = 'VIEWING' | 'TYPING' | 'IDLE';
export type InboxChannel = string;
export type GroupChannel = string;
export type PublicChannel = 'public';
export type PresenceChannel = string;
export type Channel = string;
export type Resume = { kind: 'none' | 'replay' | 'reset'; reason?: ResetReason };
export type ResetReason = 'epoch' | 'trimmed' | 'ahead' | 'fork';
export type ErrorCode = 100 | 101 | 102 | 103 | 105 | 106 | 107 | 109 | 111 | 112 | 113;
export type CloseCode = 1003 | 4000 | 4001 | 4002 | 4003 | 4004 | 4005 | 4100 | 4101 | 4102 | 4103 | 4200 | 4201 | 4202 | 4203 | 4204;
export type Visibility = 'PUBLIC' | 'PRIVATE' | 'HIDDEN';
export type Group = { id: Id; name: string; description: string; visibility: Visibility; joinPolicy: 'OPEN' | 'REQUEST' | 'INVITE_ONLY'; whoMayInvite: 'MEMBERS' | 'MODERATORS' | 'ADMINS'; capacity: Count; memberCount: Count; archived: boolean; metadata: Record<string, string>; createdBy: UserId; createdAt: Time; myRole?: Role | null };
export type Invitation = { id: Id; groupId: Id; group: { id: Id; name: string; visibility: Visibility; memberCount: Count }; inviterId: UserId; inviteeId: UserId; message: string | null; status: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'CANCELLED' | 'EXPIRED' | 'REVOKED'; reason: 'GROUP_DELETED' | 'GROUP_ARCHIVED' | 'BANNED' | 'JOINED' | 'ERASED' | null; createdAt: Time; expiresAt: Time; decidedAt: OptionalTime };
export type Batch = { id: Id; groupId: Id; inviterId: UserId; state: 'QUEUED' | 'RUNNING' | 'COMPLETED' | 'CANCELLED'; total: Count; processed: Count; created: Count; existing: Count; alreadyMember: Count; blocked: Count; banned: Count; unknown: Count; notAllowed: Count; quota: Count; groupGone: Count; cancelled: Count; failed: Count; createdAt: Time };
export type JoinRequest = { id: Id; groupId: Id; userId: UserId; message: string | null; status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN'; decidedBy: string | null; createdAt: Time };
export type Activity = { id: Id; groupId: Id; kind: 'GROUP_CREATED' | 'GROUP_UPDATED' | 'GROUP_ARCHIVED' | 'GROUP_UNARCHIVED' | 'MEMBER_JOINED' | 'MEMBER_LEFT' | 'MEMBER_REMOVED' | 'MEMBER_ROLE_CHANGED' | 'OWNERSHIP_TRANSFERRED'; actorId: UserId; subjectId: string | null; data: object; occurredAt: Time };
export type EventId = string;
export type FactId = string;
export type BarePayload = { eventId: EventId; factId: FactId; occurredAt: Time };
export type GroupPayload = { eventId: EventId; factId: FactId; occurredAt: Time; group: Group };
export type ActorPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId };
export type GroupUpdatedPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; group?: Group; changed?: Array<string>; archived?: boolean };
export type ActivityPayload = { eventId: EventId; factId: FactId; occurredAt: Time; activity: Activity };
export type MemberJoinedPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; userId: UserId; role: Role; memberCount: Count };
export type MemberCountPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; userId: UserId; memberCount: Count };
export type MemberRolePayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; userId: UserId; role: Role };
export type MemberMutedPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; userId: UserId; mutedUntil: OptionalTime };
export type MemberUpdatePayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; actorId: UserId; userId: UserId; role?: Role; mutedUntil?: OptionalTime; memberCount?: Count };
export type LiveActivityPayload = { eventId: EventId; occurredAt: Time; groupId: Id; actorId: UserId; userId: UserId; kind: LiveKind };
export type InvitationPayload = { eventId: EventId; factId: FactId; occurredAt: Time; invitation: Invitation };
export type BatchPayload = { eventId: EventId; factId: FactId; occurredAt: Time; batch: Batch };
export type JoinRequestPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; groupName: string; joinRequest: JoinRequest };
export type NotificationLevelPayload = { eventId: EventId; factId: FactId; occurredAt: Time; groupId: Id; level: 'ALL' | 'IMPORTANT' | 'MUTED' };
export type NotificationReadPayload = { eventId: EventId; factId: FactId; occurredAt: Time; unseen: Count; unread: Count; seenUpTo?: Cursor; upTo?: Cursor; ids?: Array<Id>; deleted?: Array<Id> };

/** The payload of each event. */
export interface Events {
  'group:created': GroupPayload;
  'notification:group_created': GroupPayload;
  'notification:withdrawn': BarePayload;
  'group:updated': GroupUpdatedPayload;
  'group:deleted': ActorPayload;
  'group:activity': ActivityPayload;
  'group:member_joined': MemberJoinedPayload;
  'group:member_left': MemberCountPayload;
  'member:removed': MemberCountPayload;
  'group:member_role_changed': MemberRolePayload;
  'member:role_changed': MemberRolePayload;
  'group:member_muted': MemberMutedPayload;
  'group:member_update': MemberUpdatePayload;
  'group:live_activity': LiveActivityPayload;
  'invitation:sent': InvitationPayload;
  'invitation:received': InvitationPayload;
  'invitation:responded': InvitationPayload;
  'invitation:cancelled': InvitationPayload;
  'group:invitations_sent': BatchPayload;
  'join_request:created': JoinRequestPayload;
  'join_request:decided': JoinRequestPayload;
  'notification:read': NotificationReadPayload;
  'notification:level': NotificationLevelPayload;
}

/** What the gateway says besides events. */
export interface ServerFrames {
  hello: { v: 1; sid: string; hb: number; hbTimeout: number; maxFrame: number; serverTime: Time };
  resumed: { ch: Channel; from: Cursor; to: Cursor; count: Count };
  joined: { ch: GroupChannel; top: Cursor };
  err: { code: ErrorCode; msg: string; retry: boolean; afterMs?: number };
  'token.expiring': { expiresAt: Time };
  ping: object;
  bye: { code: CloseCode; reason: string; afterMs: number };
  presence: { user: UserId; state: 'ONLINE' | 'AWAY' | 'BUSY' | 'OFFLINE'; devices: Count; lastSeen?: Time; ch?: PresenceChannel } | { ch: PresenceChannel; online: Count; members: Count };
  ready: { user: UserId; session: string; top: Cursor; unseen: Count; unread: Count; expiresAt: Time; limits: { frame: number; queueFrames: number; queueBytes: number; framesPerSecond?: number; frameBurst?: number; subscriptions?: number; sessions?: number } & Record<string, number>; resume: Resume; channels: Record<string, Cursor>; resets: Record<string, ResetReason>; refused: Array<Channel> };
  ok: { expiresAt: Time } | { ch: Channel; top: Cursor; resume: Resume } | { ch: PresenceChannel } | object;
  pong: object;
}

/** What a client says. */
export interface ClientFrames {
  auth: { token: Token; device?: Device; cursor?: Cursor; channels?: Record<string, Cursor> };
  refresh: { token: Token };
  ack: { cur: Cursor };
  sub: { ch: Channel; cursor?: Cursor };
  unsub: { ch: Channel };
  live: { g: Id; kind: LiveKind };
  presence: { set?: 'ONLINE' | 'AWAY' | 'BUSY' | 'INVISIBLE'; watch?: Array<UserId> };
  ping: object;
  pong: object;
}

/** What a client is answered with `ok`. */
export interface Answers {
  refresh: { expiresAt: Time };
  sub: { ch: Channel; top: Cursor; resume: Resume } | { ch: PresenceChannel };
  unsub: object;
  live: object;
  presence: object;
}
