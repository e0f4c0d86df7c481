package org.convoke.e2e.model;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.convoke.e2e.model.Command.Kind;

/** Random plays. What lets a play go on is drawn more often than what ends it. */
final class Plays {

    private static final int PEOPLE = 5;
    private static final int GENERATIONS = 1000;

    private Plays() {}

    /** The play of that seed, always the same. */
    static Play of(long seed) {
        return Combinators.combine(settings(), command().list().ofMinSize(20).ofMaxSize(30))
                .as(Play::new)
                .generator(GENERATIONS)
                .next(new Random(seed))
                .value();
    }

    private static Arbitrary<Play.Settings> settings() {
        return Combinators.combine(
                        Arbitraries.of("PUBLIC", "PRIVATE", "HIDDEN"),
                        Arbitraries.of("OPEN", "REQUEST", "REQUEST", "INVITE_ONLY"),
                        Arbitraries.of("MEMBERS", "MODERATORS", "ADMINS"),
                        Arbitraries.integers().between(2, PEOPLE))
                .as(Play.Settings::new);
    }

    private static Arbitrary<Command> command() {
        Arbitrary<Integer> somebody = Arbitraries.integers().between(0, PEOPLE - 1);
        return Combinators.combine(kind(), somebody, somebody, Arbitraries.of("MEMBER", "MODERATOR", "ADMIN", "OWNER"))
                .as(Command::new);
    }

    private static Arbitrary<Kind> kind() {
        return Arbitraries.frequency(
                Tuple.of(6, Kind.INVITE),
                Tuple.of(6, Kind.ACCEPT),
                Tuple.of(4, Kind.JOIN),
                Tuple.of(4, Kind.ASK),
                Tuple.of(4, Kind.ASSIGN),
                Tuple.of(3, Kind.APPROVE),
                Tuple.of(2, Kind.DECLINE),
                Tuple.of(2, Kind.CANCEL),
                Tuple.of(2, Kind.REJECT),
                Tuple.of(2, Kind.WITHDRAW),
                Tuple.of(2, Kind.BAN),
                Tuple.of(2, Kind.UNBAN),
                Tuple.of(2, Kind.REMOVE),
                Tuple.of(2, Kind.LEAVE),
                Tuple.of(2, Kind.LEAVE_TO),
                Tuple.of(2, Kind.TRANSFER),
                Tuple.of(1, Kind.ARCHIVE),
                Tuple.of(2, Kind.UNARCHIVE),
                Tuple.of(1, Kind.DELETE),
                Tuple.of(2, Kind.FOUND));
    }
}
