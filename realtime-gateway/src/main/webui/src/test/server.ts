import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';

/** The services at the other end of HTTP. They know everybody, and nobody is there; all else a test says with `use`. */
export const server = setupServer(
  http.get('*/api/v1/people', ({ request }) => {
    const ids = (new URL(request.url).searchParams.get('ids') ?? '').split(',').filter(Boolean);
    return HttpResponse.json({ items: ids.map(person), next: null });
  }),
  http.get('*/api/v1/presence/me', () => HttpResponse.json({ userId: 'alice', state: 'ONLINE', devices: 1 })),
  http.post('*/api/v1/presence/query', async ({ request }) => {
    const { userIds } = (await request.json()) as { userIds: string[] };
    return HttpResponse.json({ items: userIds.map((userId) => ({ userId, state: 'OFFLINE', devices: 0 })) });
  }),
);

/** Somebody of the directory: `bob` is called Bob. */
export function person(id: string) {
  return { id, username: id, name: id.charAt(0).toUpperCase() + id.slice(1), picture: null };
}

/** A refusal as the services say it. */
export function refusal(status: number, code: string, detail: string, more: object = {}) {
  return HttpResponse.json(
    { type: `https://convoke.dev/problems/${code}`, title: code, status, detail, code, instance: '/', ...more },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}
