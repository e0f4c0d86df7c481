-- Withheld: its invitee wants no invitations from that inviter, who is not to know; she never sees it.
-- Batch: which of the inviter's quotas it counts against.
alter table invitation
    add column withheld boolean not null default false,
    add column batch boolean not null default false,
    add column resends integer not null default 0;

-- One pending invitation for a person to a group, and one that is withheld, lest that hides another's from her.
drop index invitation_pending;
create unique index invitation_pending on invitation (group_id, invitee_id, withheld) where status = 'PENDING';

-- The quotas and cool-downs count rows.
create index invitation_count_of_inviter on invitation (inviter_id, batch, created_at);
create index invitation_count_of_group on invitation (group_id, created_at);
create index invitation_count_of_invitee on invitation (group_id, invitee_id, created_at);

-- Somebody who was invited, or said whom she wants to be invited by: the row is what inviting and blocking lock.
create table recipient (
    user_id text primary key,
    accepts_from text not null default 'ANYONE' check (accepts_from in ('ANYONE', 'SHARED_GROUPS', 'NOBODY'))
);

create table invitation_block (
    user_id text not null,
    kind text not null check (kind in ('USER', 'GROUP')),
    blocked_id text not null,
    created_at timestamptz not null default now(),
    primary key (user_id, kind, blocked_id)
);
create index invitation_block_of_user on invitation_block (blocked_id) where kind = 'USER';
