import type { Role } from '../api/types';
import { isAtLeast, mayInvite, type MemberAction, permitted, ROLES, seesMembers } from './rights';

const NOW = Date.parse('2030-01-01T00:00:00Z');
const KEEPING: MemberAction[] = ['MUTE', 'REMOVE', 'BAN'];

const RULES: Record<Role, Partial<Record<Role, MemberAction[]>>> = {
  MEMBER: {},
  MODERATOR: { MEMBER: KEEPING },
  ADMIN: { MEMBER: ['MAKE_MODERATOR', ...KEEPING], MODERATOR: ['MAKE_MEMBER', ...KEEPING] },
  OWNER: {
    MEMBER: ['MAKE_MODERATOR', 'MAKE_ADMIN', 'MAKE_OWNER', 'TRANSFER', ...KEEPING],
    MODERATOR: ['MAKE_MEMBER', 'MAKE_ADMIN', 'MAKE_OWNER', 'TRANSFER', ...KEEPING],
    ADMIN: ['MAKE_MEMBER', 'MAKE_MODERATOR', 'MAKE_OWNER', 'TRANSFER', ...KEEPING],
  },
};

const pairs = ROLES.flatMap((mine) => ROLES.map((hers) => ({ mine, hers })));

describe.each(pairs)('$mine acting on $hers', ({ mine, hers }) => {
  const member = { role: hers, mutedUntil: null };

  test('may do what the roles allow and nothing else', () => {
    const actions = permitted({ myRole: mine, archived: false }, member, NOW);
    expect([...actions].sort()).toEqual([...(RULES[mine][hers] ?? [])].sort());
  });

  test('may do nothing in an archived group', () => {
    expect(permitted({ myRole: mine, archived: true }, member, NOW)).toEqual([]);
  });
});

test.each(ROLES)('an outsider may do nothing to a %s', (role) => {
  expect(permitted({ myRole: null, archived: false }, { role, mutedUntil: null }, NOW)).toEqual([]);
});

test('who is muted can be let speak again, until the mute has ended by itself', () => {
  const actions = (mutedUntil: string) => permitted({ myRole: 'MODERATOR', archived: false }, { role: 'MEMBER', mutedUntil }, NOW);
  expect(actions('2030-01-01T00:00:01Z')).toEqual(['UNMUTE', 'REMOVE', 'BAN']);
  expect(actions('2029-12-31T23:59:59Z')).toEqual(['MUTE', 'REMOVE', 'BAN']);
});

test.each([
  ['MEMBERS', ['MEMBER', 'MODERATOR', 'ADMIN', 'OWNER']],
  ['MODERATORS', ['MODERATOR', 'ADMIN', 'OWNER']],
  ['ADMINS', ['ADMIN', 'OWNER']],
] as const)('where %s may invite, those below may not, nor anybody in an archived group', (whoMayInvite, who) => {
  expect(ROLES.filter((myRole) => mayInvite({ myRole, whoMayInvite, archived: false }))).toEqual(who);
  expect(ROLES.filter((myRole) => mayInvite({ myRole, whoMayInvite, archived: true }))).toEqual([]);
  expect(mayInvite({ myRole: null, whoMayInvite, archived: false })).toBe(false);
});

test('an outsider is at least nothing, and sees the members of public groups only', () => {
  expect(isAtLeast(null, 'MEMBER')).toBe(false);
  expect(seesMembers({ myRole: null, visibility: 'PUBLIC' })).toBe(true);
  expect(seesMembers({ myRole: null, visibility: 'PRIVATE' })).toBe(false);
  expect(seesMembers({ myRole: 'MEMBER', visibility: 'HIDDEN' })).toBe(true);
});
