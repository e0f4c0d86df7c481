package org.convoke.e2e.history;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.convoke.e2e.Database;

/** What the database holds at the end of the history. */
record Truth(
        Map<UUID, Map<String, String>> members,
        Map<UUID, Integer> memberCounts,
        Map<UUID, Integer> openRequests,
        Map<UUID, String> invitations) {

    static Truth of(Database database) {
        Truth truth = new Truth(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        database.rows("select group_id, user_id, role from groups.members")
                .forEach(row -> truth.members
                        .computeIfAbsent((UUID) row.get("group_id"), id -> new HashMap<>())
                        .put((String) row.get("user_id"), (String) row.get("role")));
        database.rows("select id, member_count from groups.groups")
                .forEach(row -> truth.memberCounts.put((UUID) row.get("id"), (Integer) row.get("member_count")));
        database.rows("select group_id from groups.join_requests where status = 'PENDING'")
                .forEach(row -> truth.openRequests.merge((UUID) row.get("group_id"), 1, Integer::sum));
        database.rows("select id, concat_ws(' ', status, reason) as status from invitations.invitation")
                .forEach(row -> truth.invitations.put((UUID) row.get("id"), (String) row.get("status")));
        return truth;
    }
}
