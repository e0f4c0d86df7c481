package org.convoke.groups.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What deleted groups have left in the tables; a row belongs to a group by its column {@code group_id}. */
@ApplicationScoped
class DeletedGroups {

    /** @param seq the number of its last event */
    record Deleted(UUID id, long seq, Instant at) {}

    private final Session database;

    DeletedGroups(Session database) {
        this.database = database;
    }

    /** One that nobody else holds, held until the transaction ends. */
    Optional<Deleted> lockOldest() {
        return database.createNativeQuery("""
                        select id, seq, deleted_at as at from groups where deleted_at is not null
                        order by deleted_at limit 1 for update skip locked""", Tuple.class)
                .getResultStream()
                .map(row -> new Deleted(
                        row.get("id", UUID.class), row.get("seq", Long.class), row.get("at", Instant.class)))
                .findFirst();
    }

    /** Deletes memberships and says whose. */
    List<String> deleteMembers(UUID group, int most) {
        return database.createNativeQuery("""
                        delete from members where group_id = :group
                        and user_id in (select user_id from members where group_id = :group order by user_id limit :most)
                        returning user_id""", Tuple.class)
                .setParameter("group", group)
                .setParameter("most", most)
                .getResultStream()
                .map(row -> row.get(0, String.class))
                .toList();
    }

    /** The tables whose rows belong to groups. */
    List<String> tables() {
        return database.createNativeQuery("""
                        select table_name::text from information_schema.columns
                        where table_schema = current_schema() and column_name = 'group_id' and table_name <> 'members' order by table_name""", Tuple.class)
                .getResultStream()
                .map(row -> row.get(0, String.class))
                .toList();
    }

    /** Deletes rows of the group and says how many. */
    int deleteRows(String table, UUID group, int most) {
        String delete = """
                delete from "%1$s" where ctid = any (array(
                    select ctid from "%1$s" where group_id = :group limit :most))""".formatted(table);
        return database.createNativeQuery(delete)
                .setParameter("group", group)
                .setParameter("most", most)
                .executeUpdate();
    }

    void delete(UUID group) {
        database.createNativeQuery("delete from groups where id = :group")
                .setParameter("group", group)
                .executeUpdate();
    }
}
