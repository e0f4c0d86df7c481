-- What the moderators of a group see, newest first, and what ends with the group.
create index invitation_pending_in_group on invitation (group_id, id desc) where status = 'PENDING';

-- What ends by itself.
create index invitation_ending on invitation (expires_at) where status = 'PENDING';
