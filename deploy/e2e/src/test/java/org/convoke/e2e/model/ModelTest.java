package org.convoke.e2e.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.sessions.JqwikSession;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Database;
import org.convoke.e2e.Person;
import org.convoke.e2e.Running;
import org.convoke.e2e.Settled;
import org.convoke.e2e.Twins;
import org.convoke.e2e.history.History;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Random plays, one command after the other: every answer and every state is what the rules say. */
@ExtendWith({Running.class, Twins.class})
@Order(10)
class ModelTest {

    private static final int PLAYS = Integer.getInteger("model.plays", 5);
    private static final long SEED = Long.getLong("model.seed", new Random().nextInt());

    private static final int STAGES = 4;
    private static final int PEOPLE = 5;

    @Test
    void thePlaysGoAsTheModelSays() throws Exception {
        System.out.println("plays of -Dmodel.seed=" + SEED);
        try (ExecutorService stages = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int stage = 0; stage < STAGES; stage++) {
                int own = stage;
                all.add(stages.submit(() -> JqwikSession.run(() -> perform(own))));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        History.mustHold();
    }

    private static void perform(int stage) {
        List<Person> people = Cast.regulars().subList(stage * PEOPLE, (stage + 1) * PEOPLE);
        for (int i = stage; i < PLAYS; i += STAGES) {
            Play play = Plays.of(SEED + i);
            Optional<String> failure = failure(play, people);
            if (failure.isPresent()) {
                fail("-Dmodel.seed=%d, play %d: %s%n%s", SEED, i, failure.get(), smallest(play, people));
            }
        }
    }

    /** As long as it fails, leaves out whatever it fails without. */
    private static String smallest(Play failing, List<Person> people) {
        Play smallest = failing;
        for (int i = failing.commands().size() - 1; i >= 0; i--) {
            if (failure(smallest.without(i), people).isPresent()) {
                smallest = smallest.without(i);
            }
        }
        return "shortened to " + smallest + ": " + failure(smallest, people).orElse("not again");
    }

    private static Optional<String> failure(Play play, List<Person> people) {
        List<String> done = new ArrayList<>();
        try (Database database = Database.open()) {
            Model model = new Model(play.settings());
            Stage stage = new Stage(play.settings(), people, database);
            for (Command command : play.commands()) {
                if (model.isPossible(command)) {
                    String expected = model.play(command);
                    done.add(command + " → " + expected);
                    assertThat(stage.play(command)).isEqualTo(expected);
                    Settled.soon(() -> assertThat(stage.state()).isEqualTo(model.state()));
                }
            }
            return Optional.empty();
        } catch (Throwable e) {
            return Optional.of(play.settings() + " " + done + ": " + e);
        }
    }
}
