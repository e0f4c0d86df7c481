import { problemOf } from './problem';

const PAUSES = [300, 1000];
/** The first request with the same key is still running. */
const RUNNING = 2000;
/** Nobody looks at a button for longer: then the refusal says when to come back. */
const PATIENCE = 5000;

/**
 * Sends a request again where its answer was lost or the service is away for a moment, but only one that is safe to
 * repeat: a POST keeps its Idempotency-Key, a PUT says how it is to be. What a PATCH or a DELETE has changed already
 * would refuse its repetition.
 */
export async function steady(request: Request): Promise<Response> {
  if (request.method !== 'POST' && request.method !== 'PUT') {
    return fetch(request);
  }
  for (const pause of PAUSES) {
    let wait = pause;
    try {
      const answer = await fetch(request.clone());
      const asked = await waitAsked(answer, pause);
      if (asked === null || asked > PATIENCE) {
        return answer;
      }
      wait = asked;
    } catch (lost) {
      if (request.signal.aborted) {
        throw lost;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return fetch(request);
}

/** Milliseconds until the request may be sent again; null for an answer that stands. */
async function waitAsked(answer: Response, otherwise: number): Promise<number | null> {
  if (answer.status === 503) {
    return (await problemOf(answer)).retryAfter ?? otherwise;
  }
  return answer.status === 409 && (await problemOf(answer)).code === 'idempotency-key-in-use' ? RUNNING : null;
}
