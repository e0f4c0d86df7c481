import i18next from 'i18next';
import { choose } from '../i18n/i18n';
import { sentence, told } from './told';

const group = { id: 'g', name: 'Chess', visibility: 'PUBLIC', memberCount: 2 };
const invitation = (status: string, reason: string | null = null) => ({
  invitation: { id: 'i', groupId: 'g', group, inviterId: 'alice', inviteeId: 'bob', status, reason },
});
const member = { groupId: 'g', groupName: 'Chess', actorId: 'bob', userId: 'alice' };
const request = (status: string) => ({ groupId: 'g', groupName: 'Chess', joinRequest: { userId: 'bob', status } });

const CASES: [string, object, string, string, string][] = [
  ['invitation:received', invitation('PENDING'), 'bob', '/invitations/i', 'X invites you to “Chess”'],
  ['invitation:responded', invitation('ACCEPTED'), 'alice', '/groups/g', 'X has accepted your invitation to “Chess”'],
  ['invitation:responded', invitation('DECLINED'), 'alice', '/invitations/i', 'X has declined your invitation to “Chess”'],
  ['invitation:cancelled', invitation('CANCELLED'), 'alice', '/invitations/i', 'Your invitation of X to “Chess” has been cancelled'],
  ['invitation:cancelled', invitation('CANCELLED'), 'bob', '/invitations/i', 'The invitation to “Chess” has been withdrawn'],
  ['invitation:cancelled', invitation('EXPIRED'), 'alice', '/invitations/i', 'Your invitation of X to “Chess” has expired'],
  ['invitation:cancelled', invitation('EXPIRED'), 'bob', '/invitations/i', 'The invitation to “Chess” has expired'],
  ['invitation:cancelled', invitation('REVOKED', 'GROUP_DELETED'), 'bob', '/invitations/i', 'The invitation to “Chess” has ended: the group was deleted'],
  ['invitation:cancelled', invitation('REVOKED', 'JOINED'), 'alice', '/invitations/i', 'Your invitation of X to “Chess” has ended: the person is in the group already'],
  ['group:invitations_sent', { batch: { state: 'COMPLETED', created: 4, total: 5 } }, 'alice', '/invitations?box=sent', 'Your invitations are out: 4 of 5 people were invited'],
  ['group:invitations_sent', { batch: { state: 'CANCELLED', created: 4, total: 5 } }, 'alice', '/invitations?box=sent', 'Inviting was stopped: 4 of 5 people were invited'],
  ['member:removed', member, 'alice', '/groups/g', 'X has removed you from “Chess”'],
  ['member:role_changed', { ...member, role: 'OWNER' }, 'alice', '/groups/g', 'You are now an owner of “Chess”'],
  ['group:member_muted', { ...member, mutedUntil: null }, 'alice', '/groups/g', 'You are no longer muted in “Chess”'],
  ['join_request:created', request('PENDING'), 'alice', '/groups/g/requests', 'X asks to join “Chess”'],
  ['join_request:decided', request('APPROVED'), 'bob', '/groups/g', 'You are now a member of “Chess”'],
  ['join_request:decided', request('REJECTED'), 'bob', '/groups/g', 'Your request to join “Chess” was declined'],
  ['something:new', {}, 'alice', '/groups', 'Something has happened that concerns you'],
];

test.each(CASES)('%s %o for %s leads to %s: %s', (event, payload, me, to, text) => {
  const news = told(event, payload, me);
  expect(news.to).toBe(to);
  expect(sentence(i18next.t, news, 'X')).toBe(text);
});

test('each has its sentence in German, with all that is filled in', async () => {
  await choose('de');
  const texts = CASES.map(([event, payload, me]) => sentence(i18next.t, told(event, payload, me), 'X'));
  expect(texts).toContain('X lädt dich zu „Chess“ ein');
  expect(texts.filter((text) => /notifications\.|\{\{|“.*”|invit/i.test(text))).toEqual([]);
  await choose('en');
});
