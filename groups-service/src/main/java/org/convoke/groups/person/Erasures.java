package org.convoke.groups.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Who asked to be forgotten, and whether that is done. */
@ApplicationScoped
public class Erasures implements PanacheRepositoryBase<Erasure, String> {

    /** Those under way, the oldest first. */
    @Transactional
    public List<String> open(int limit) {
        return getEntityManager()
                .createQuery("select e.userId from Erasure e where e.doneAt is null order by e.askedAt", String.class)
                .setMaxResults(limit)
                .getResultList();
    }

    @Transactional
    public List<String> doneSince(Instant time) {
        return getEntityManager()
                .createQuery("select e.userId from Erasure e where e.doneAt > :time", String.class)
                .setParameter("time", time)
                .getResultList();
    }
}
