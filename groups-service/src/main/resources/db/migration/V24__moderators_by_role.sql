-- members_by_role finds them too.
drop index members_with_a_role;
