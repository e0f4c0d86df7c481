-- Finding where somebody's id stands, to take it out or to give it to her.
create index activity_by_actor on activity (actor_id, id);
create index activity_by_subject on activity (subject_id) where subject_id is not null;
create index activity_by_inviter on activity ((data ->> 'invitedBy')) where data ->> 'invitedBy' is not null;
create index audit_of_actor on audit (actor_id, id);
create index audit_of_subject on audit (subject_id) where subject_id is not null;
create index audit_of_inviter on audit ((data ->> 'invitedBy')) where data ->> 'invitedBy' is not null;
create index audit_of_previous_owner on audit ((data ->> 'previousOwner')) where data ->> 'previousOwner' is not null;
create index groups_by_creator on groups (created_by);
create index members_by_inviter on members (invited_by) where invited_by is not null;
create index seats_by_inviter on seats (invited_by);
create index seats_of_person on seats (user_id, invitation_id);
create index join_requests_by_decider on join_requests (decided_by) where decided_by is not null;
create index bans_by_actor on bans (banned_by);
create index bans_of_person on bans (user_id, group_id);

-- A time as the doors write it.
create function utc(moment timestamptz) returns text language sql immutable as
    $$ select to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
