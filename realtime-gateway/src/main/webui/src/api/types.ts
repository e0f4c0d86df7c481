import type { components as Gateway } from './generated/gateway';
import type { components as Groups } from './generated/groups';
import type { components as Invitations } from './generated/invitations';

/** The representations under their names in the contract. */
export type Group = Groups['schemas']['GroupView'];
export type Member = Groups['schemas']['MemberView'];
export type Role = Groups['schemas']['Role'];
export type Ban = Groups['schemas']['BanView'];
export type JoinRequest = Groups['schemas']['JoinRequestView'];
export type Activity = Groups['schemas']['Activity'];
export type Audit = Groups['schemas']['AuditView'];
export type Person = Groups['schemas']['PersonView'];

export type Invitation = Invitations['schemas']['InvitationSnapshot'];
export type Batch = Invitations['schemas']['BatchReport'];
export type BatchItem = Invitations['schemas']['BatchItem'];
export type Prediction = Invitations['schemas']['Prediction'];
export type Link = Invitations['schemas']['LinkSnapshot'];
export type LinkPreview = Invitations['schemas']['LinkPreview'];
export type Block = Invitations['schemas']['BlockView'];
export type InvitationSettings = Invitations['schemas']['SettingsView'];

export type Notification = Gateway['schemas']['Notification'];
export type NotificationCounts = Gateway['schemas']['Counts'];
export type NotificationLevel = Gateway['schemas']['GroupLevel'];
export type GroupPresence = Gateway['schemas']['GroupPresence'];

export interface Page<Item> {
  items: Item[];
  next?: string | null;
}
