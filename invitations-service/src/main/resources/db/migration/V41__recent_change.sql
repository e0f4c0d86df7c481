-- Who is a member or banned since a moment ago, and which group is archived or gone (then user_id is empty), as heard:
-- what groups-service answered before that is looked at again before anybody is invited by it.
create table recent_change (
    group_id uuid not null,
    user_id text not null,
    heard_at timestamptz not null,
    primary key (group_id, user_id)
);
create index recent_change_by_age on recent_change (heard_at);
