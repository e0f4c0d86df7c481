-- What happened in a group, by the group's own numbers; ids are those of the facts.

create table activity (
    id uuid primary key,
    group_id uuid not null references groups (id),
    seq bigint not null,
    kind text not null,
    actor_id text not null,
    subject_id text,
    data jsonb not null,
    occurred_at timestamptz not null,
    unique (group_id, seq)
);

create table audit (
    id uuid primary key,
    group_id uuid not null references groups (id),
    seq bigint not null,
    kind text not null,
    actor_id text not null,
    subject_id text,
    data jsonb not null,
    request_id text,
    occurred_at timestamptz not null,
    unique (group_id, seq)
);

create index audit_by_kind on audit (group_id, kind, seq);
create index audit_by_actor on audit (group_id, actor_id, seq);
