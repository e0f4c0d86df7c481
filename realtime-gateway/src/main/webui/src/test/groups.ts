import { http, HttpResponse } from 'msw';
import type { Group, JoinRequest, Member } from '../api/types';
import { server } from '../test/server';

/** A public group that the person is no member of, but for what a test says. */
export function aGroup(with_: Partial<Group> = {}): Group {
  return {
    id: 'g1',
    name: 'Chess',
    description: '',
    visibility: 'PUBLIC',
    joinPolicy: 'OPEN',
    whoMayInvite: 'MEMBERS',
    capacity: 5000,
    memberCount: 2,
    archived: false,
    metadata: {},
    myRole: null,
    createdBy: 'bob',
    createdAt: '2026-01-01T00:00:00Z',
    ...with_,
  };
}

export function aMember(userId: string, role: Member['role'] = 'MEMBER'): Member {
  const name = userId.charAt(0).toUpperCase() + userId.slice(1);
  return { groupId: 'g1', userId, name, role, mutedUntil: null, invitedBy: null, joinedAt: '2026-01-01T00:00:00Z' };
}

export function aRequest(userId: string, with_: Partial<JoinRequest> = {}): JoinRequest {
  return {
    id: `request-of-${userId}`,
    groupId: 'g1',
    userId,
    message: null,
    status: 'PENDING',
    decidedBy: null,
    createdAt: '2026-01-01T00:00:00Z',
    decidedAt: null,
    ...with_,
  };
}

export const page = (items: unknown[]) => HttpResponse.json({ items, next: null });

interface Served {
  group: Group;
  members?: Member[];
  requests?: JoinRequest[];
  own?: JoinRequest[];
}

/** The services as they answer of one group. */
export function serve({ group, members = [], requests = [], own = [] }: Served): void {
  server.use(
    http.get('*/api/v1/groups/:g/members', () => page(members)),
    http.get('*/api/v1/groups/:g/join-requests', () => page(requests)),
    http.get('*/api/v1/groups/:g/activity', () => page([])),
    http.get('*/api/v1/groups/:g', () => HttpResponse.json(group, { headers: { etag: '"1"' } })),
    http.get('*/api/v1/groups', () => page([group])),
    http.get('*/api/v1/join-requests', () => page(own)),
    http.get('*/api/v1/presence/groups/:g', () =>
      HttpResponse.json({ items: members.map(({ userId }) => ({ userId, state: 'ONLINE', devices: 1 })), online: members.length, members: members.length }),
    ),
    http.get('*/api/v1/notifications/groups', () => HttpResponse.json({ items: [] })),
    http.get('*/api/v1/notifications/groups/:g', () => HttpResponse.json({ groupId: group.id, level: 'ALL' })),
  );
}
