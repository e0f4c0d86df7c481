package org.convoke.invitations.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.convoke.events.Fact;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.invitations.FactListener;
import org.hibernate.Session;

/** Who was erased has no settings and no blocks, and is in nobody's. */
@ApplicationScoped
class ForgetRecipient implements FactListener {

    private static final List<String> FORGET = List.of(
            "delete from recipient where user_id = :user",
            "delete from invitation_block where user_id = :user",
            "delete from invitation_block where kind = 'USER' and blocked_id = :user");

    private final Session database;

    ForgetRecipient(Session database) {
        this.database = database;
    }

    @Override
    public void hear(Fact<?> fact) {
        if (fact.event() instanceof PersonErased erased) {
            FORGET.forEach(sql -> database.createNativeMutationQuery(sql)
                    .setParameter("user", erased.userId())
                    .executeUpdate());
        }
    }
}
