package org.convoke.groups.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.search.Matches;
import org.convoke.groups.search.Words;

/** The people directory. */
@ApplicationScoped
public class People implements PanacheRepositoryBase<Person, String> {

    /** A place in the directory, which is ordered by folded name. */
    public record Place(String folded, String id) {
        static final Place START = new Place("", "");
    }

    /** Those of whose names or usernames a word begins with each of the typed ones. */
    public List<Person> search(String typed, Optional<Place> after, int limit) {
        String words = Words.query(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        Place place = after.orElse(Place.START);
        return find(
                        "where " + Matches.condition("folded", "words")
                                + " and (folded, id) > (:folded, :id) order by folded, id",
                        Parameters.with("words", words)
                                .and("folded", place.folded())
                                .and("id", place.id()))
                .range(0, limit - 1)
                .list();
    }

    /** @throws Refused UNKNOWN_PERSON */
    public Person known(String id) {
        return findByIdOptional(id).orElseThrow(() -> new Refused(Refusal.UNKNOWN_PERSON));
    }

    public List<Person> withIds(Collection<String> ids) {
        return list("id in ?1", ids);
    }

    /**
     * The person, whose row is held until the transaction ends: what is counted per person is counted under it.
     *
     * @throws Refused UNKNOWN_PERSON
     */
    public Person lock(String id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new Refused(Refusal.UNKNOWN_PERSON));
    }

    /**
     * In one statement, so that two first calls at once do not collide.
     *
     * @param at when she was called so; what is known from later on stays
     */
    void upsert(Person person, Instant at) {
        getEntityManager()
                .createNativeQuery("""
                        insert into people (id, username, name, folded, described_at)
                        values (:id, :username, :name, :folded, :at)
                        on conflict (id) do update set username = excluded.username, name = excluded.name,
                            folded = excluded.folded, described_at = excluded.described_at
                        where people.described_at <= excluded.described_at
                            and (people.username, people.name) is distinct from (excluded.username, excluded.name)""")
                .setParameter("id", person.id())
                .setParameter("username", person.username())
                .setParameter("name", person.name())
                .setParameter("folded", person.folded())
                .setParameter("at", at)
                .executeUpdate();
    }
}
