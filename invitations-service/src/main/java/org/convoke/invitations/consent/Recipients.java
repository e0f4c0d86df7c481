package org.convoke.invitations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.invitations.group.InvitationCheck.Invitee;
import org.hibernate.Session;

/** People as recipients of invitations; many of them at once, in a few statements. */
@ApplicationScoped
public class Recipients {

    private static final String ADD = """
            insert into recipient (user_id)
            select id from unnest(cast(:ids as text[])) id order by id
            on conflict do nothing""";
    private static final String LOCK =
            "select user_id from recipient where user_id = any (:ids) order by user_id for update";
    private static final String SETTINGS = """
            select user_id, accepts_from from recipient
            where user_id = any (:ids) and accepts_from <> 'ANYONE'""";
    private static final String BLOCKS = """
            select distinct user_id from invitation_block
            where user_id = any (:ids)
            and (kind = 'USER' and blocked_id = :inviter or kind = 'GROUP' and blocked_id = :group)""";

    private final Session database;

    Recipients(Session database) {
        this.database = database;
    }

    /**
     * Until the transaction's end they change neither their settings nor their blocks. Everybody locks in the same
     * order, and before any invitation.
     */
    public void lock(Collection<String> userIds) {
        database.createNativeQuery(ADD).setParameter("ids", array(userIds)).executeUpdate();
        database.createNativeQuery(LOCK, Tuple.class)
                .setParameter("ids", array(userIds))
                .getResultList();
    }

    /** How each of them receives an invitation by that inviter to that group. */
    public Map<String, Reception> receptions(String inviterId, UUID groupId, List<Invitee> invitees) {
        String[] ids = array(invitees.stream().map(Invitee::userId).toList());
        Map<String, AcceptsFrom> settings = settings(ids);
        Map<String, Reception> receptions = new HashMap<>();
        for (Invitee invitee : invitees) {
            AcceptsFrom from = settings.getOrDefault(invitee.userId(), AcceptsFrom.ANYONE);
            receptions.put(invitee.userId(), from.of(invitee.sharesGroup()));
        }
        blocking(inviterId, groupId, ids).forEach(blocker -> receptions.put(blocker, Reception.BLOCKED));
        return receptions;
    }

    private Map<String, AcceptsFrom> settings(String[] ids) {
        return database.createNativeQuery(SETTINGS, Tuple.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> row.get(0, String.class), row -> AcceptsFrom.valueOf(row.get(1, String.class))));
    }

    private List<String> blocking(String inviterId, UUID groupId, String[] ids) {
        return database.createNativeQuery(BLOCKS, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("inviter", inviterId)
                .setParameter("group", groupId.toString())
                .getResultStream()
                .map(row -> row.get(0, String.class))
                .toList();
    }

    private static String[] array(Collection<String> ids) {
        return ids.toArray(String[]::new);
    }
}
