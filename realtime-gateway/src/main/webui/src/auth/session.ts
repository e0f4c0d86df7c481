import { ErrorResponse, InMemoryWebStorage, type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import type { WebConfig } from './config';

const CALLBACK = '/signed-in';
/** Says that somebody was signed in here, so that a reload comes back without asking. It is no credential. */
const HINT = 'convoke.was-signed-in';
/** Refusals of a provider that is in trouble itself (RFC 6749, 4.1.2.1). */
const PASSING = ['temporarily_unavailable', 'server_error'];

/**
 * The login of one person: OpenID Connect, authorization code with PKCE (RFC 7636). Tokens live in memory only; a
 * reload gets new ones from the provider, whose own cookie still knows the person.
 */
export class Session {
  private renewing: Promise<User | null> | null = null;
  private readonly ended = new Set<() => void>();

  private constructor(
    private readonly manager: UserManager,
    private user: User | null,
  ) {
    manager.events.addUserLoaded((loaded) => {
      this.user = loaded;
    });
    // A failure here is none yet: whoever needs a token asks again.
    manager.events.addAccessTokenExpiring(() => void this.renew().catch(() => undefined));
    addEventListener('storage', () => {
      if (this.signedIn && localStorage.getItem(HINT) === null) {
        this.end();
      }
    });
  }

  /** Comes back from the provider, goes there silently after a reload, or answers a session of nobody. */
  static async start(config: WebConfig): Promise<Session> {
    const manager = new UserManager({
      authority: config.authority,
      client_id: config.clientId,
      scope: config.scope,
      redirect_uri: `${location.origin}${CALLBACK}`,
      post_logout_redirect_uri: `${location.origin}/`,
      userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
      stateStore: new WebStorageStateStore({ store: sessionStorage }),
      // Done here, so that it shares its request with whoever else renews: a refresh token may be good only once.
      automaticSilentRenew: false,
    });
    if (location.pathname === CALLBACK) {
      return new Session(manager, await returned(manager));
    }
    if (localStorage.getItem(HINT) !== null) {
      await manager.signinRedirect({ prompt: 'none', state: here(), redirectMethod: 'replace' });
      return new Promise(() => undefined);
    }
    return new Session(manager, null);
  }

  get signedIn(): boolean {
    return this.user !== null;
  }

  /** The person's id, the `sub` of her tokens. */
  get userId(): string {
    return this.user?.profile.sub ?? '';
  }

  signIn(returnTo = here()): Promise<void> {
    return this.manager.signinRedirect({ state: returnTo });
  }

  /** Here and in her other tabs, and at the provider if it has a way to. */
  async signOut(): Promise<void> {
    localStorage.removeItem(HINT);
    await this.manager.signoutRedirect().catch(() => this.end());
  }

  /** An access token that is good for some seconds at least; fails when the login has ended. */
  async token(): Promise<string> {
    const user = this.user && (this.user.expires_in ?? 0) > 5 ? this.user : await this.renew();
    return user.access_token;
  }

  /** A new token, one for all who ask at the same time. */
  async renew(): Promise<User> {
    this.renewing ??= this.ask().finally(() => (this.renewing = null));
    const user = await this.renewing;
    if (!user) {
      this.end();
      throw new Error('the login has ended');
    }
    return user;
  }

  /** Null where the provider says no; it fails where the provider was not reached, which is not the end. */
  private async ask(): Promise<User | null> {
    if (!this.user?.refresh_token) {
      return null;
    }
    try {
      return await this.manager.signinSilent();
    } catch (thrown) {
      if (thrown instanceof ErrorResponse && !PASSING.includes(thrown.error ?? '')) {
        return null;
      }
      throw thrown;
    }
  }

  private end(): void {
    this.user = null;
    this.ended.forEach((listener) => listener());
  }

  /** Tells when there are no more tokens. */
  onEnd(listener: () => void): () => void {
    this.ended.add(listener);
    return () => this.ended.delete(listener);
  }
}

async function returned(manager: UserManager): Promise<User | null> {
  try {
    const user = await manager.signinCallback();
    goTo(user?.state);
    localStorage.setItem(HINT, '1');
    return user ?? null;
  } catch (thrown) {
    // The provider knows nobody any more, or nobody has asked it: she signs in by herself, for where she was going.
    if (thrown instanceof ErrorResponse) {
      localStorage.removeItem(HINT);
      goTo(thrown.state);
    } else {
      goTo('/');
    }
    return null;
  }
}

function goTo(state: unknown): void {
  history.replaceState(null, '', typeof state === 'string' ? state : '/');
}

function here(): string {
  return location.pathname + location.search + location.hash;
}
