-- Names are searched by the beginnings of their words: "folded" holds the words, see Words.java.

create table people (
    id text primary key check (char_length(id) between 1 and 255),
    username text not null,
    name text not null,
    picture text,
    folded text collate "C" not null
);

create index people_words on people using gin (array_to_tsvector(string_to_array(folded, ' ')));

create table groups (
    id uuid primary key,
    name text not null check (char_length(name) between 3 and 80),
    folded text collate "C" not null,
    description text not null check (char_length(description) <= 2000),
    visibility text not null check (visibility in ('PUBLIC', 'PRIVATE', 'HIDDEN')),
    join_policy text not null check (join_policy in ('OPEN', 'REQUEST', 'INVITE_ONLY')),
    who_may_invite text not null check (who_may_invite in ('MEMBERS', 'MODERATORS', 'ADMINS')),
    capacity integer not null check (capacity between 2 and 100000),
    member_count integer not null,
    archived boolean not null,
    metadata jsonb not null,
    created_by text not null,
    created_at timestamptz not null,
    revision integer not null,
    seq bigint not null,
    constraint groups_seats check (member_count between 0 and capacity)
);

create index groups_words on groups using gin (array_to_tsvector(string_to_array(folded, ' ')));

create table members (
    group_id uuid not null references groups (id),
    user_id text not null references people (id),
    role text not null check (role in ('MEMBER', 'MODERATOR', 'ADMIN', 'OWNER')),
    invited_by text,
    muted_until timestamptz,
    joined_at timestamptz not null,
    primary key (group_id, user_id)
);

create index members_by_age on members (group_id, joined_at, user_id);
create index members_of_person on members (user_id, group_id desc);

-- An invitation seats once, whatever has become of the seat.
create table seats (
    invitation_id uuid primary key,
    group_id uuid not null references groups (id),
    user_id text not null references people (id),
    invited_by text not null,
    taken_at timestamptz not null
);
