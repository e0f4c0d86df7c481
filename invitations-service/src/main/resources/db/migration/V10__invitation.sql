create table invitation (
    id uuid primary key,
    seq bigint not null,
    group_id uuid not null,
    group_preview jsonb not null,
    inviter_id text not null,
    invitee_id text not null,
    message text,
    status text not null check (status in ('PENDING', 'ACCEPTED', 'DECLINED', 'CANCELLED', 'EXPIRED', 'REVOKED')),
    reason text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    decided_at timestamptz,
    decline_scope text check (decline_scope in ('ONCE', 'GROUP', 'INVITER')),
    claim_id uuid,
    claimed_until timestamptz,
    membership jsonb,
    check ((status = 'PENDING') = (decided_at is null)),
    check ((status = 'ACCEPTED') = (membership is not null)),
    check ((status = 'DECLINED') = (decline_scope is not null)),
    check ((claim_id is null) = (claimed_until is null)),
    check (claim_id is null or status = 'PENDING')
);

-- One pending invitation for a person to a group.
create unique index invitation_pending on invitation (group_id, invitee_id) where status = 'PENDING';

-- The two boxes, newest first: ids are ordered by time of creation.
create index invitation_received on invitation (invitee_id, id desc);
create index invitation_received_pending on invitation (invitee_id, id desc) where status = 'PENDING';
create index invitation_sent on invitation (inviter_id, id desc);
create index invitation_sent_in_group on invitation (inviter_id, group_id, id desc);

-- Accepts under way: a handful at any time.
create index invitation_claimed on invitation (claimed_until) where claim_id is not null;
