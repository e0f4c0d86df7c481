-- Whoever knows the code may come in; only its hash is here.
create table invitation_link (
    id uuid primary key,
    group_id uuid not null,
    code_hash bytea not null unique check (octet_length(code_hash) = 32),
    max_uses integer check (max_uses between 1 and 100000),
    uses integer not null check (uses >= 0),
    created_by text not null,
    created_by_name text,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint invitation_link_uses check (uses <= max_uses)
);

-- Those of a group, newest first: ids are ordered by time of creation.
create index invitation_link_of_group on invitation_link (group_id, id desc);
create index invitation_link_of_creator on invitation_link (created_by);

-- One row for each use of a link: RESERVED while the seat is asked for, then kept for good or deleted.
create table redemption (
    id uuid primary key,
    link_id uuid not null references invitation_link (id),
    user_id text not null,
    status text not null check (status in ('RESERVED', 'REQUESTED', 'SEATED')),
    created_at timestamptz not null,
    claim_id uuid,
    claimed_until timestamptz,
    check ((claim_id is null) = (claimed_until is null)),
    check (status <> 'RESERVED' or claim_id is not null),
    check (status <> 'SEATED' or claim_id is null)
);

-- At most one use of a link that a person has not got in by yet; the erased are all called the same.
create unique index redemption_open on redemption (link_id, user_id) where status <> 'SEATED' and user_id <> 'erased';
create index redemption_of_person on redemption (user_id, link_id);

-- Redemptions under way: a handful at any time.
create index redemption_reserved on redemption (link_id) where status = 'RESERVED';
create index redemption_claimed on redemption (claimed_until) where claim_id is not null;
