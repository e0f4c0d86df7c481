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

/** Gives something to the browser to be kept under that name. */
export function download(what: Blob, name: string): void {
  const address = URL.createObjectURL(what);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
