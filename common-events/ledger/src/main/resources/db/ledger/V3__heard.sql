-- The facts of other services that had their effect here, each inserted by the transaction of that effect.
create table heard (
    fact_id uuid primary key,
    heard_at timestamptz not null default now()
);
create index heard_by_age on heard (heard_at);
