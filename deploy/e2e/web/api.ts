import { randomUUID } from 'node:crypto';
import { stack } from './stack';

type Json = Record<string, unknown>;

/** Somebody who acts over REST, so that a test of the page need not click what it is not about. */
export class Actor {
  private constructor(
    readonly id: string,
    private readonly token: string,
  ) {}

  static async signIn(name: string): Promise<Actor> {
    const token = await tokenOf({ grant_type: 'password', client_id: 'web', username: name, password: name });
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { sub: string };
    return new Actor(claims.sub, token);
  }

  /** The host's user sync. */
  static async host(): Promise<Actor> {
    const credentials = { client_id: 'host-app', client_secret: 'host-app-secret' };
    return new Actor('host-app', await tokenOf({ grant_type: 'client_credentials', ...credentials }));
  }

  async createGroup(settings: Json): Promise<string> {
    const group = await this.call('POST', `${stack.groups}/groups`, { name: `Group ${randomUUID().slice(0, 8)}`, ...settings });
    return group.id as string;
  }

  join(groupId: string): Promise<Json> {
    return this.call('PUT', `${stack.groups}/groups/${groupId}/members/me`);
  }

  async invite(groupId: string, inviteeId: string, message?: string): Promise<string> {
    const invitation = await this.call('POST', `${stack.invitations}/invitations`, { groupId, inviteeId, message });
    return invitation.id as string;
  }

  async createLink(groupId: string): Promise<string> {
    const link = await this.call('POST', `${stack.invitations}/invitation-links`, { groupId });
    return link.code as string;
  }

  /** Only the host may: somebody becomes known. */
  person(id: string): Promise<Json> {
    return this.call('PUT', `${stack.groups}/people/${id}`, { username: id, name: `Person ${id}` });
  }

  async call(method: string, url: string, body?: Json): Promise<Json> {
    const answer = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) {
      throw new Error(`${method} ${url}: ${answer.status} ${await answer.text()}`);
    }
    const text = await answer.text();
    return text === '' ? {} : (JSON.parse(text) as Json);
  }
}

async function tokenOf(form: Record<string, string>): Promise<string> {
  const answer = await fetch(stack.tokens, { method: 'POST', body: new URLSearchParams(form) });
  return ((await answer.json()) as { access_token: string }).access_token;
}
