import type { components } from '../api/generated/events';

type Schemas = components['schemas'];

/** What can be heard, by name: the events of asyncapi.yaml. */
export interface Events {
  'group:created': Schemas['GroupPayload'];
  'notification:group_created': Schemas['GroupPayload'];
  'notification:withdrawn': Schemas['BarePayload'];
  'group:updated': Schemas['GroupUpdatedPayload'];
  'group:deleted': Schemas['ActorPayload'];
  'group:activity': Schemas['ActivityPayload'];
  'group:member_joined': Schemas['MemberJoinedPayload'];
  'group:member_left': Schemas['MemberCountPayload'];
  'member:removed': Schemas['MemberCountPayload'];
  'group:member_role_changed': Schemas['MemberRolePayload'];
  'member:role_changed': Schemas['MemberRolePayload'];
  'group:member_muted': Schemas['MemberMutedPayload'];
  'group:member_update': Schemas['MemberUpdatePayload'];
  'group:live_activity': Schemas['LiveActivityPayload'];
  'invitation:sent': Schemas['InvitationPayload'];
  'invitation:received': Schemas['InvitationPayload'];
  'invitation:responded': Schemas['InvitationPayload'];
  'invitation:cancelled': Schemas['InvitationPayload'];
  'group:invitations_sent': Schemas['BatchPayload'];
  'join_request:created': Schemas['JoinRequestPayload'];
  'join_request:decided': Schemas['JoinRequestPayload'];
  'notification:read': Schemas['NotificationReadPayload'];
  'notification:level': Schemas['NotificationLevelPayload'];
  'presence:changed': Heard & { ch?: string; presence: PresenceHeard };
  'presence:count': Heard & { ch: string; online: number; members: number };
  ready: Ready;
  joined: { ch: string };
}

/** What the gateway says first on a connection. */
export interface Ready {
  unseen: number;
  unread: number;
  /** `replay`: what was missed of the inbox follows, and then `resumed`. */
  resume: { kind: 'none' | 'replay' | 'reset' };
}

export interface PresenceHeard {
  userId: string;
  state: 'ONLINE' | 'AWAY' | 'BUSY' | 'OFFLINE';
  devices: number;
  lastSeen?: string;
}

interface Heard {
  eventId: string;
  occurredAt: string;
}

export type EventName = keyof Events;

export type Listener<Name extends EventName> = (payload: Events[Name]) => void;
