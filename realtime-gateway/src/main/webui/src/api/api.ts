import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { WebConfig } from '../auth/config';
import type { Session } from '../auth/session';
import type { paths as GatewayPaths } from './generated/gateway';
import type { paths as GroupsPaths } from './generated/groups';
import type { paths as InvitationsPaths } from './generated/invitations';
import { problemOf } from './problem';
import { steady } from './steady';

/** The three services, asked in the name of who is signed in. A refusal is thrown as a `Problem`. */
export interface Api {
  groups: Client<GroupsPaths>;
  invitations: Client<InvitationsPaths>;
  gateway: Client<GatewayPaths>;
}

export function connect(config: Pick<WebConfig, 'groups' | 'invitations'>, session: Pick<Session, 'token' | 'renew'>): Api {
  const fetchAs = (request: Request) => asSomebody(request, session);
  const client = <Paths extends object>(baseUrl: string) => {
    const made = createClient<Paths>({ baseUrl: baseUrl || location.origin, fetch: fetchAs });
    made.use(refusals);
    return made;
  };
  return {
    groups: client<GroupsPaths>(config.groups),
    invitations: client<InvitationsPaths>(config.invitations),
    gateway: client<GatewayPaths>(''),
  };
}

/** The body of an answer that is none of the refusals, which were thrown. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<NonNullable<T>> {
  const { data } = await answer;
  if (data === undefined || data === null) {
    throw new Error('an answer without a body');
  }
  return data;
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await problemOf(response);
    }
  },
};

async function asSomebody(request: Request, session: Pick<Session, 'token' | 'renew'>): Promise<Response> {
  if (request.method === 'POST' && !request.headers.has('idempotency-key')) {
    request.headers.set('idempotency-key', crypto.randomUUID());
  }
  request.headers.set('authorization', `Bearer ${await session.token()}`);
  const answer = await steady(request.clone());
  if (answer.status !== 401) {
    return answer;
  }
  await session.renew();
  request.headers.set('authorization', `Bearer ${await session.token()}`);
  return steady(request);
}
