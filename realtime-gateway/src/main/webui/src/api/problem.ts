/** A refusal as the services say it (RFC 9457), or that they were not reached (status 0). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** The service's own words for the person. */
    readonly detail: string,
    readonly errors: { field: string; message: string }[] = [],
    /** Milliseconds until it may be tried again. */
    readonly retryAfter?: number,
  ) {
    super(detail);
  }

  /** Whether the same request may succeed in a moment. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

interface Body {
  code?: string;
  title?: string;
  detail?: string;
  errors?: { field: string; message: string }[];
}

export async function problemOf(answer: Response): Promise<Problem> {
  const seconds = Number(answer.headers.get('retry-after') ?? NaN);
  const body = await read(answer);
  return new Problem(
    answer.status,
    body.code ?? 'unknown',
    body.detail ?? body.title ?? answer.statusText,
    body.errors,
    Number.isNaN(seconds) ? undefined : seconds * 1000,
  );
}

export function asProblem(thrown: unknown): Problem {
  return thrown instanceof Problem ? thrown : new Problem(0, 'unreachable', '');
}

async function read(answer: Response): Promise<Body> {
  try {
    return (await answer.clone().json()) as Body;
  } catch {
    return {};
  }
}
