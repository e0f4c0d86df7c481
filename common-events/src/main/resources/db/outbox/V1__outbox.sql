-- Rows wait here until the relay has sent them; in calm the table is empty.
create table outbox (
    id bigserial primary key,
    event_id uuid not null unique,
    topic text not null,
    key text not null,
    aggregate_id text not null,
    aggregate_seq bigint not null,
    type text not null,
    headers jsonb not null,
    payload bytea,
    created_at timestamptz not null default now(),
    unique (aggregate_id, aggregate_seq)
);
