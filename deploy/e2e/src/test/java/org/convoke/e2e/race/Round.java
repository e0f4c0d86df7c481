package org.convoke.e2e.race;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.convoke.e2e.Answer;
import org.convoke.e2e.Cast;
import org.convoke.e2e.Database;
import org.convoke.e2e.Instance;
import org.convoke.e2e.Person;
import org.convoke.e2e.Visit;

/**
 * One round: ann, ben and cleo take part in no other at this time. Who goes first and through which instance changes
 * from round to round.
 */
record Round(int number, List<Person> own, Database database, Rounds rounds) {

    Person ann() {
        return own.get(0);
    }

    Person ben() {
        return own.get(1);
    }

    Person cleo() {
        return own.get(2);
    }

    /** So many of the others, who take part in other rounds too. */
    List<Person> crowd(int count) {
        List<Person> others = new ArrayList<>(Cast.regulars());
        others.removeAll(own);
        return IntStream.range(0, count)
                .mapToObj(i -> others.get((number + i) % others.size()))
                .toList();
    }

    /** The instance of the one that is named first in a race. */
    Instance here() {
        return number % 2 == 0 ? Instance.FIRST : Instance.SECOND;
    }

    Instance there() {
        return here().other();
    }

    Visit here(Person person) {
        return person.at(here());
    }

    Visit there(Person person) {
        return person.at(there());
    }

    /** At one of the two, by chance. */
    Visit either(Person person) {
        return ThreadLocalRandom.current().nextBoolean() ? here(person) : there(person);
    }

    /** A private group of ann's, by invitation only. */
    String group() {
        return group(Map.of());
    }

    String group(Map<String, ?> settings) {
        return here(ann()).found(settings).expect(201).id();
    }

    String invitation(String group, Person invitee) {
        return here(ann()).invite(group, invitee).expect(201).id();
    }

    /** Ann makes her a member. */
    void seat(String group, Person person) {
        here(person).accept(invitation(group, person)).expect(200);
    }

    /** Both at once, each other time the second a little earlier. */
    List<Answer> race(Callable<Answer> first, Callable<Answer> second) throws Exception {
        boolean swap = number % 4 >= 2;
        List<Answer> answers = AtOnce.call(swap ? List.of(second, first) : List.of(first, second));
        return swap ? answers.reversed() : answers;
    }

    /** Counts what came of it. */
    void ended(String outcome) {
        rounds.count(outcome);
    }

    void ended(List<Answer> answers) {
        ended(answers.stream().map(Answer::outcome).toList().toString());
    }

    void eventually(Rounds.Check check) {
        rounds.add(number, check);
    }

    /** Of the only link of a group of ann's. */
    long uses(String group) {
        JsonNode links = there(ann()).links(group).path("items");
        assertThat(links).hasSize(1);
        return links.get(0).path("uses").asLong();
    }

    /** Exactly these are members, and as many are counted. */
    void members(String group, Person... expected) {
        assertThat(database.members(group).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(expected).stream().map(Person::id).toList());
        assertThat(database.memberCount(group)).isEqualTo(expected.length);
    }
}
