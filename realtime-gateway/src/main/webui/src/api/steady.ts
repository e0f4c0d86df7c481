const PAUSES = [300, 1000];

/**
 * Sends a request again where its answer was lost or the service is away for a moment. A POST is safe to repeat: its
 * Idempotency-Key stays the same.
 */
export async function steady(request: Request): Promise<Response> {
  for (const pause of PAUSES) {
    try {
      const answer = await fetch(request.clone());
      if (answer.status !== 503 || request.method === 'GET') {
        return answer;
      }
    } catch (lost) {
      if (request.method === 'GET' || request.signal.aborted) {
        throw lost;
      }
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(request);
}
