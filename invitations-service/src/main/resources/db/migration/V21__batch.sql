create table batch (
    id uuid primary key,
    seq bigint not null,
    group_id uuid not null,
    inviter_id text not null,
    message text,
    expires_in_days integer not null,
    state text not null check (state in ('QUEUED', 'RUNNING', 'COMPLETED', 'CANCELLED')),
    total integer not null check (total between 1 and 1000),
    -- How many items have which outcome: counted anew by every transaction that gives outcomes.
    tally jsonb not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    told_at timestamptz,
    worked_at timestamptz,
    not_before timestamptz not null,
    lease_id uuid,
    leased_until timestamptz,
    failures integer not null,
    unanswered integer not null,
    one_by_one_to integer not null,
    check ((state in ('COMPLETED', 'CANCELLED')) = (finished_at is not null)),
    check ((lease_id is null) = (leased_until is null)),
    check (lease_id is null or state = 'RUNNING')
);

-- An inviter's own, newest first: ids are ordered by time of creation.
create index batch_by_inviter on batch (inviter_id, id desc);

-- Whose turn it is: the open ones, and when each inviter had hers.
create index batch_open on batch (inviter_id, id) where state in ('QUEUED', 'RUNNING');
create index batch_worked on batch (inviter_id, worked_at);

create table batch_item (
    batch_id uuid not null references batch on delete cascade,
    position integer not null,
    invitee_id text not null,
    outcome text check (outcome in ('CREATED', 'EXISTING', 'ALREADY_MEMBER', 'BANNED', 'BLOCKED', 'UNKNOWN',
        'NOT_ALLOWED', 'QUOTA', 'GROUP_GONE', 'CANCELLED', 'FAILED')),
    invitation_id uuid,
    primary key (batch_id, position),
    check (invitation_id is null or outcome is not null)
);
