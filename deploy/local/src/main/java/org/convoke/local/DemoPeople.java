package org.convoke.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The users of the local realm, whom the host's user sync would have put into the people directory. */
final class DemoPeople {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ports ports;

    DemoPeople(Ports ports) {
        this.ports = ports;
    }

    /** As the realm file names them; service accounts are no people. */
    static List<Person> inRealm() {
        try (var realm = DemoPeople.class.getResourceAsStream("convoke-realm.json")) {
            return StreamSupport.stream(JSON.readTree(realm).get("users").spliterator(), false)
                    .filter(user -> user.has("id"))
                    .map(Person::of)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("the realm file cannot be read", e);
        }
    }

    /** Puts each into the directory; a stack without them is still a stack, so a failure is only told. */
    void introduce(Progress progress) {
        try {
            String token = token();
            for (Person person : inRealm()) {
                put(person, token);
            }
        } catch (IOException e) {
            progress.say("the demo users are not in the people directory: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String token() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=host-app&client_secret=host-app-secret";
        String url = ports.realmUrl() + "/protocol/openid-connect/token";
        HttpResponse<String> answer = Http.send(Http.request(url)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form, UTF_8)));
        if (answer.statusCode() != 200) {
            throw new IOException("the token for host-app was answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).get("access_token").asText();
    }

    private void put(Person person, String token) throws IOException, InterruptedException {
        String url = ports.groupsUrl() + "/api/v1/people/" + person.id();
        String body = JSON.writeValueAsString(Map.of("username", person.username(), "name", person.name()));
        HttpResponse<String> answer = Http.send(Http.request(url)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body, UTF_8)));
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("PUT " + url + " was answered " + answer.statusCode() + " " + answer.body());
        }
    }

    /** A user of the realm; the password is the username. */
    record Person(String id, String username, String name) {

        static Person of(JsonNode user) {
            String name =
                    user.get("firstName").asText() + " " + user.get("lastName").asText();
            return new Person(user.get("id").asText(), user.get("username").asText(), name);
        }
    }
}
