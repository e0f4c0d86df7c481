-- A deleted group is gone for everyone from that moment on; its rows go later, some at a time.
alter table groups add deleted_at timestamptz;
create index groups_deleted on groups (deleted_at) where deleted_at is not null;

-- What everyone may list and find, apart from what only its members see.
drop index groups_words;
create index groups_listed on groups (id desc) where visibility <> 'HIDDEN' and deleted_at is null;
create index groups_words on groups using gin (array_to_tsvector(string_to_array(folded, ' ')))
    where visibility <> 'HIDDEN' and deleted_at is null;

alter table members add revision integer not null default 1;
create index members_by_role on members (group_id, role, joined_at, user_id);

create index seats_of_group on seats (group_id);
