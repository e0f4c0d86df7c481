-- Under which names people have called this service; seq numbers what it told of each.
create table person_met (
    user_id text primary key,
    username text not null,
    name text not null,
    seq bigint not null
);
