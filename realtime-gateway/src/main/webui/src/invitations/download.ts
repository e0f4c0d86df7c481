import { type Api, body } from '../api/api';

/** The outcomes of a whole batch as a table (RFC 4180). */
export async function tableOf(api: Api, id: string): Promise<Blob> {
  return body(
    api.invitations.GET('/api/v1/invitation-batches/{id}/items', {
      params: { path: { id } },
      headers: { accept: 'text/csv' },
      parseAs: 'blob',
    }),
  );
}
