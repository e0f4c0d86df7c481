package org.convoke.gateway.presence;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/** Who sits in which group, by the groups' own shards. */
@ApplicationScoped
class Seats {

    private final Records records;

    Seats(Records records) {
        this.records = records;
    }

    /** Whether these people sit in this group. */
    record Question(UUID group, List<String> people) {}

    /** Those of the people who do, for each question. */
    Future<List<Set<String>>> seated(List<Question> questions) {
        List<Script.Call> calls = questions.stream()
                .map(question -> {
                    List<String> arguments =
                            new ArrayList<>(List.of(question.group().toString(), Records.NO_POD));
                    arguments.addAll(question.people());
                    return Script.ROSTER.on(StreamName.group(question.group()).tag(), arguments);
                })
                .toList();
        return records.run(calls).map(answers -> {
            List<Set<String>> seated = new ArrayList<>();
            for (int i = 0; i < questions.size(); i++) {
                seated.add(chosen(questions.get(i).people(), answers.get(i)));
            }
            return seated;
        });
    }

    private static Set<String> chosen(List<String> people, Response flags) {
        Set<String> chosen = new HashSet<>();
        for (int i = 0; i < people.size(); i++) {
            if (flags.get(i).toInteger() == 1) {
                chosen.add(people.get(i));
            }
        }
        return chosen;
    }

    /** All members; nobody of a group that does not exist. @param pod as for {@link Records#glimpse} */
    Future<Set<String>> members(UUID group, String pod) {
        Script.Call call = Script.ROSTER.on(StreamName.group(group).tag(), List.of(group.toString(), pod));
        return records.run(List.of(call))
                .map(answers ->
                        answers.getFirst().stream().map(Response::toString).collect(Collectors.toSet()));
    }
}
