package org.convoke.groups.api;

import org.convoke.events.Uuids;
import org.convoke.groups.Database;

/**
 * A group with one of each role, all given by their ids, made past the service for speed.
 *
 * @param target one more member
 * @param asker who asks to be let in
 * @param joinRequest what she asks
 */
record ASmallGroup(
        String id,
        String owner,
        String admin,
        String moderator,
        String member,
        String banned,
        String target,
        String asker,
        String joinRequest) {

    static ASmallGroup thatIs(String visibility) {
        ASmallGroup group =
                new ASmallGroup(fresh(), fresh(), fresh(), fresh(), fresh(), fresh(), fresh(), fresh(), fresh());
        Database.execute(group.sql(visibility));
        return group;
    }

    private String sql(String visibility) {
        return """
                insert into groups (id, name, folded, description, visibility, join_policy, who_may_invite, capacity,
                    member_count, archived, metadata, created_by, created_at, revision, seq)
                values ('%s', 'Chess Club', 'chess club', '', '%s', 'REQUEST', 'MEMBERS', 100,
                    5, false, '{}', '%s', now(), 1, 1);
                """.formatted(id, visibility, owner)
                + member(owner, "OWNER")
                + member(admin, "ADMIN")
                + member(moderator, "MODERATOR")
                + member(member, "MEMBER")
                + member(target, "MEMBER")
                + person(banned)
                + person(asker)
                + "insert into bans (group_id, user_id, banned_by, banned_at) values ('%s', '%s', '%s', now());"
                        .formatted(id, banned, owner)
                + "insert into join_requests (id, group_id, user_id, status, created_at) values ('%s', '%s', '%s', 'PENDING', now());"
                        .formatted(joinRequest, id, asker);
    }

    private String member(String user, String role) {
        return person(user)
                + "insert into members (group_id, user_id, role, joined_at) values ('%s', '%s', '%s', now());"
                        .formatted(id, user, role);
    }

    private static String person(String user) {
        return "insert into people (id, username, name, folded) values ('%s', 'x', 'X', 'x');".formatted(user);
    }

    private static String fresh() {
        return Uuids.next().toString();
    }
}
