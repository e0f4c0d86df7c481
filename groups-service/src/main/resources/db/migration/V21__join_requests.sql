-- Requests to join: one open per person and group; what was decided stays as history.
create table join_requests (
    id uuid primary key,
    group_id uuid not null references groups (id) on delete cascade,
    user_id text not null references people (id),
    message text check (char_length(message) <= 500),
    status text not null check (status in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    decided_by text,
    created_at timestamptz not null,
    decided_at timestamptz,
    constraint join_requests_decided check ((status = 'PENDING') = (decided_at is null))
);

create unique index join_requests_open on join_requests (group_id, user_id) where status = 'PENDING';
create index join_requests_of_group on join_requests (group_id, id);
create index join_requests_of_group_by_status on join_requests (group_id, status, id);
create index join_requests_of_person on join_requests (user_id, id);
create index join_requests_of_person_by_status on join_requests (user_id, status, id);

-- Those who decide them, found without reading the members of a large group.
create index members_with_a_role on members (group_id, role) where role <> 'MEMBER';

-- What invitations-service has told of invitations that nobody has answered yet. No references: the invitation of a
-- group or person that is gone is revoked there, and told like everything else.
create table pending_invitations (
    invitation_id uuid primary key,
    group_id uuid not null,
    invitee_id text not null,
    inviter_id text not null,
    withheld boolean not null,
    expires_at timestamptz not null
);

create index pending_invitations_of_invitee on pending_invitations (invitee_id, group_id);
create index pending_invitations_of_inviter on pending_invitations (inviter_id);
