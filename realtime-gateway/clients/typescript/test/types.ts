// Compiled, never run: what the types allow and what they do not.
import { ConvokeClient } from '../src/client.js';

const client = new ConvokeClient({ url: 'https://gateway.example', token: () => 'token', device: 'phone' });

client.on('invitation:received', ({ p }) => p.invitation.inviterId.toUpperCase());
client.on('group:member_joined', ({ p, s, cur }) => [p.memberCount.toFixed(), p.role === 'OWNER', s?.toFixed(), cur?.length]);
client.on('*', (event) => event.n === 'group:invitations_sent' && event.p.batch.total.toFixed());
client.on('reset', ({ ch, reason }) => `${ch} ${reason}`);
void client.request('refresh', { token: 'token' }).then(({ expiresAt }) => new Date(expiresAt));

// @ts-expect-error: there is no such event
client.on('group:danced', () => {});
// @ts-expect-error: an invitation has no member count
client.on('invitation:sent', ({ p }) => p.memberCount);
// @ts-expect-error: nobody is dancing
void client.request('live', { g: 'g', kind: 'DANCING' });
// @ts-expect-error: a device has to be named
new ConvokeClient({ url: 'https://gateway.example', token: () => 'token' });
