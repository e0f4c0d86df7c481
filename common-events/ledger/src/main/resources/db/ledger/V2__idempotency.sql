-- The answers that were given under an Idempotency-Key, each inserted by the transaction of its effect.
create table idempotency (
    user_id text not null,
    key text not null,
    fingerprint bytea not null,
    status integer not null,
    location text,
    etag text,
    body text,
    created_at timestamptz not null,
    primary key (user_id, key)
);

create index idempotency_by_age on idempotency (created_at);
