import { readList, recipientsOf } from './recipients';

const ID = '5f0c3f7e-6a0e-4b0c-9d5b-0d3d6b8f2a11';

test.each([
  ['nothing', '', []],
  ['nothing but separators', ' ,;\r\n\t', []],
  ['one name', 'bob', ['bob']],
  ['a column', 'bob\ncarol\r\ndave\n', ['bob', 'carol', 'dave']],
  ['commas', 'bob,carol, dave', ['bob', 'carol', 'dave']],
  ['semicolons', 'bob;carol;;dave;', ['bob', 'carol', 'dave']],
  ['white space of any kind', 'bob\tcarol\u00a0dave', ['bob', 'carol', 'dave']],
  ['the name of the column above', 'inviteeId\nbob', ['bob']],
  ['that name in quotes, behind a mark of the byte order', '\uFEFF"inviteeId"\r\n"bob"\r\n', ['bob']],
  ['that name alone', 'inviteeid', []],
  ['that name further down, which is a name', 'bob\ninviteeId', ['bob', 'inviteeId']],
  ['one twice', 'bob,carol\nbob', ['bob', 'carol']],
  ['an id in two cases', `${ID} ${ID.toUpperCase()}`, [ID]],
  ['names with a sign before them', '@bob @carol', ['bob', 'carol']],
  ['addresses, dots and other letters', 'a.b-c_d@example.org Zoë 李雷', ['a.b-c_d@example.org', 'Zoë', '李雷']],
  ['ids of another provider', 'auth0|5f0c3f7e', ['auth0|5f0c3f7e']],
])('a list of %s is read', (_, text, tokens) => {
  expect(readList(text)).toEqual({ tokens, strange: [] });
});

test.each(['=1+1', '<b>', '-', '#', '(bob)', 'x'.repeat(256)])('what can be no name is not understood: %s', (word) => {
  expect(readList(`bob ${word} carol`)).toEqual({ tokens: ['bob', 'carol'], strange: [word] });
});

test('a list that is read again in any layout stays the same', () => {
  const tokens = Array.from({ length: 300 }, (_, n) => `user-${n}`);
  for (const between of [',', ';', '\n', ' ', '\r\n', ' ; ', ',\n']) {
    expect(readList(tokens.join(between)).tokens).toEqual(tokens);
  }
});

test.each([
  ['one column', 'inviteeId\nbob\ncarol\n', 'bob\ncarol'],
  ['several columns, one of which says who', 'Name,User name,Mail\r\n"Baker, Bob",bob,b@x\r\n"Clark, Carol",carol,c@x\r\n', 'bob\ncarol'],
  ['several by semicolons, behind a mark of the byte order', '\uFEFFuser_id;name\nu1;Bob\nu2;Carol', 'u1\nu2'],
  ['an id beside a user name', 'username,id\nbob,u1', 'u1'],
  ['no such column', 'bob,carol\ndave', 'bob,carol\ndave'],
  ['nothing', '', ''],
])('of a file with %s the recipients are read', (_, file, recipients) => {
  expect(recipientsOf(file)).toBe(recipients);
});
