-- Since when a person is called what she is called: what others tell late does not change it back.
alter table people add column described_at timestamptz not null default '-infinity';

-- Who asked to be forgotten. The id and the times stay as the proof of it; "seq" counts what was told of her.
create table erasures (
    user_id text primary key,
    asked_at timestamptz not null,
    done_at timestamptz,
    seq bigint not null
);

create index erasures_open on erasures (asked_at) where done_at is null;
create index erasures_done on erasures (done_at) where done_at is not null;

-- A ban outlives the erasure of the person, so that nobody gets round it in this way; she is then only an id in it.
alter table bans drop constraint bans_user_id_fkey;
