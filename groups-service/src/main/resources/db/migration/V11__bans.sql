-- A row whose "until" has passed is a ban that has ended: it stays until it is replaced or lifted, and stands for nothing.
create table bans (
    group_id uuid not null references groups (id),
    user_id text not null references people (id),
    reason text check (char_length(reason) <= 500),
    until timestamptz,
    banned_by text not null,
    banned_at timestamptz not null,
    primary key (group_id, user_id)
);

create index bans_by_age on bans (group_id, banned_at, user_id);
