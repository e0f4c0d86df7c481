package org.convoke.groups.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/** All that is kept about somebody, in parts of bounded size. */
@ApplicationScoped
public class PersonalData {

    /** The beginning of a section. */
    public static final UUID START = new UUID(0, 0);

    private static final int ROWS = 500;

    /** A kind of thing that is kept, under the name that it has in an export. */
    public enum Section {
        MEMBERSHIPS("memberships", "members", "group_id", "user_id", """
                'groupId', group_id, 'role', role, 'invitedBy', invited_by, 'mutedUntil', utc(muted_until),
                'joinedAt', utc(joined_at)"""),
        JOIN_REQUESTS("joinRequests", "join_requests", "id", "user_id", """
                'id', id, 'groupId', group_id, 'message', message, 'status', status,
                'createdAt', utc(created_at), 'decidedAt', utc(decided_at)"""),
        BANS("bans", "bans", "group_id", "user_id", """
                'groupId', group_id, 'reason', reason, 'until', utc(until), 'bannedAt', utc(banned_at)"""),
        SEATS("acceptedInvitations", "seats", "invitation_id", "user_id", """
                'invitationId', invitation_id, 'groupId', group_id, 'invitedBy', invited_by, 'takenAt', utc(taken_at)"""),
        ACTIVITY("activity", "activity", "id", "actor_id", """
                'id', id, 'groupId', group_id, 'kind', kind, 'subjectId', subject_id, 'data', data,
                'occurredAt', utc(occurred_at)"""),
        AUDIT("audit", "audit", "id", "actor_id", """
                'id', id, 'groupId', group_id, 'kind', kind, 'subjectId', subject_id, 'data', data,
                'requestId', request_id, 'occurredAt', utc(occurred_at)""");

        private final String title;
        private final String query;

        Section(String title, String table, String key, String owner, String members) {
            this.title = title;
            this.query = """
                    select %1$s as key, cast(json_build_object(%2$s) as text) as entry from %3$s
                    where %4$s = :user and %1$s > :after order by %1$s limit :rows""".formatted(key, members, table, owner);
        }

        public String title() {
            return title;
        }
    }

    /**
     * Something that is kept.
     *
     * @param key its place in the section
     * @param json an object
     */
    public record Entry(UUID key, String json) {}

    private final Session database;

    public PersonalData(Session database) {
        this.database = database;
    }

    /** What comes next in the section; empty at its end. */
    @Transactional
    public List<Entry> after(UUID key, Section section, String userId) {
        return database.createNativeQuery(section.query, Tuple.class)
                .setParameter("user", userId)
                .setParameter("after", key)
                .setParameter("rows", ROWS)
                .getResultStream()
                .map(row -> new Entry(row.get("key", UUID.class), row.get("entry", String.class)))
                .toList();
    }
}
