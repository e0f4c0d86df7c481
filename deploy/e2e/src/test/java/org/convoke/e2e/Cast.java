package org.convoke.e2e;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes people: in the provider, by its own import, so that they can sign in, and in the directory. */
public final class Cast {

    /** Hundreds sign in here: a password that costs nothing to check. */
    private static final String CHEAP = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";

    private static List<Person> regulars;

    private Cast() {}

    /** The same two dozen people for every test; the first five are those of the local realm. */
    public static synchronized List<Person> regulars() {
        if (regulars == null) {
            regulars = Stream.concat(
                            Stream.of("alice", "bob", "carol", "dave", "erin").map(Person::new), people(19).stream())
                    .toList();
        }
        return regulars;
    }

    /** New people who are in the directory. */
    public static List<Person> people(int count) {
        String run = Long.toString(System.nanoTime(), 36);
        List<Person> people = IntStream.range(0, count)
                .mapToObj(i -> new Person(run + "-" + i))
                .toList();
        admin("PUT", "", Map.of("passwordPolicy", CHEAP));
        admin(
                "POST",
                "/partialImport",
                Map.of("users", people.stream().map(Cast::user).toList()));
        people.stream()
                .parallel()
                .forEach(each ->
                        each.at(Instance.FIRST).call("GET", "/people/me", null).expect(200));
        return people;
    }

    /** Ids of people who are in the directory and never sign in. */
    public static List<String> strangers(int count) {
        String token = Http.token(
                Running.ports().realmUrl(),
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "host-app",
                        "client_secret",
                        "host-app-secret"));
        List<String> ids =
                Stream.generate(() -> UUID.randomUUID().toString()).limit(count).toList();
        ids.stream()
                .parallel()
                .forEach(id -> Http.call(
                                "PUT",
                                Instance.FIRST.address("/people/" + id),
                                token,
                                Map.of("username", id, "name", "Stranger " + id))
                        .expect(200));
        return ids;
    }

    private static Map<String, Object> user(Person person) {
        Map<String, Object> password = Map.of("type", "password", "value", person.name(), "temporary", false);
        return Map.of(
                "username", person.name(),
                "enabled", true,
                "email", person.name() + "@example.org",
                "firstName", "Person",
                "lastName", person.name(),
                "credentials", List.of(password),
                "realmRoles", List.of("default-roles-convoke"));
    }

    private static void admin(String method, String path, Object body) {
        String keycloak = "http://localhost:" + Running.ports().keycloak();
        String token = Http.token(
                keycloak + "/realms/master",
                Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin"));
        Answer answer = Http.call(method, keycloak + "/admin/realms/convoke" + path, token, body);
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer);
        }
    }
}
