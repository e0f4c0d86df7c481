package org.convoke.invitations.invitation;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Stream;
import org.convoke.invitations.quota.Quotas;
import org.hibernate.Session;

/**
 * What was heard a moment ago that changes how somebody stands to a group. It is written and read under the lock of the
 * group, so that whoever invites by an older answer finds it, or is found by it.
 */
@ApplicationScoped
class RecentChanges {

    private static final String EVERYBODY = "";
    private static final String NOTE = """
            insert into recent_change (group_id, user_id, heard_at) values (:group, :user, clock_timestamp())
            on conflict (group_id, user_id) do update set heard_at = excluded.heard_at""";
    private static final String ANY =
            "select exists (select 1 from recent_change where group_id = :group and user_id = any (:users))";
    /** Far longer than the time between an answer of groups-service and the invitation. */
    private static final String FORGET =
            "delete from recent_change where heard_at < clock_timestamp() - interval '5 minutes'";

    private final Quotas quotas;
    private final Session database;

    RecentChanges(Quotas quotas, Session database) {
        this.quotas = quotas;
        this.database = database;
    }

    /** In the listener's transaction, before it looks for invitations. */
    void ofPerson(UUID groupId, String userId) {
        quotas.lock(groupId);
        database.createNativeMutationQuery(NOTE)
                .setParameter("group", groupId)
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** As {@link #ofPerson}, for all people. */
    void ofGroup(UUID groupId) {
        ofPerson(groupId, EVERYBODY);
    }

    /** Certain only to whoever holds the lock of the group. */
    boolean concern(UUID groupId, Collection<String> userIds) {
        String[] users = Stream.concat(userIds.stream(), Stream.of(EVERYBODY)).toArray(String[]::new);
        return database.createNativeQuery(ANY, Tuple.class)
                .setParameter("group", groupId)
                .setParameter("users", users)
                .getSingleResult()
                .get(0, Boolean.class);
    }

    @Scheduled(every = "1m", delayed = "1m")
    @RunOnVirtualThread
    @Transactional
    void forgetTheOld() {
        database.createNativeMutationQuery(FORGET).executeUpdate();
    }
}
