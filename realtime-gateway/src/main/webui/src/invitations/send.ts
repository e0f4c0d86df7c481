import { type Api, body } from '../api/api';
import type { Batch, Invitation, Prediction } from '../api/types';

/** Whom to invite to what. */
export interface Order {
  groupId: string;
  inviteeIds: string[];
  message?: string;
  expiresInDays: number;
}

export function sendOne(api: Api, { inviteeIds, ...order }: Order): Promise<Invitation> {
  return body(api.invitations.POST('/api/v1/invitations', { body: { ...order, inviteeId: inviteeIds[0] ?? '' } }));
}

export function sendMany(api: Api, order: Order): Promise<Batch> {
  return body(api.invitations.POST('/api/v1/invitation-batches', { body: order })) as Promise<Batch>;
}

/** What would become of it; nothing is sent. */
export function predict(api: Api, order: Order): Promise<Prediction> {
  return body(
    api.invitations.POST('/api/v1/invitation-batches', { params: { query: { dryRun: true } }, body: order }),
  ) as Promise<Prediction>;
}
