package org.convoke.invitations.batch;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.convoke.invitations.Someone;
import org.convoke.invitations.group.AGroup;

/** What somebody does with batches. */
public record Batcher(Someone who) {

    public static final String PATH = "/api/v1/invitation-batches";

    /** So many ids of people whom nobody has met. */
    public static List<String> strangers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "guest-" + UUID.randomUUID())
                .toList();
    }

    public static Wanted wanted(AGroup group, List<String> invitees) {
        return new Wanted(group.id, invitees, "All of you", 14);
    }

    public ValidatableResponse files(AGroup group, List<String> invitees) {
        return files(Map.of("groupId", group.id, "inviteeIds", invitees, "message", "All of you"));
    }

    public ValidatableResponse files(Object body) {
        return who.request().body(body).post(PATH).then();
    }

    public ValidatableResponse files(AGroup group, List<String> invitees, String key) {
        return who.request()
                .header("Idempotency-Key", key)
                .body(Map.of("groupId", group.id, "inviteeIds", invitees))
                .post(PATH)
                .then();
    }

    public ValidatableResponse predicts(AGroup group, List<String> invitees) {
        return who.request()
                .body(Map.of("groupId", group.id, "inviteeIds", invitees))
                .post(PATH + "?dryRun=true")
                .then();
    }

    public ValidatableResponse filesCsv(String query, String csv) {
        return who.request()
                .contentType("text/csv;charset=UTF-8")
                .body(csv)
                .post(path("", query))
                .then();
    }

    public String filed(AGroup group, List<String> invitees) {
        return files(group, invitees).statusCode(202).extract().path("id");
    }

    public ValidatableResponse reads(String batch) {
        return who.request().get(PATH + "/{id}", batch).then();
    }

    public ValidatableResponse cancels(String batch) {
        return who.request().post(PATH + "/{id}/cancel", batch).then();
    }

    public ValidatableResponse lists(String query) {
        return who.request().get(path("", query)).then();
    }

    public ValidatableResponse items(String batch, String query) {
        return who.request().get(path("/{id}/items", query), batch).then();
    }

    public String csv(String batch, String query) {
        return who.request()
                .accept("text/csv")
                .get(path("/{id}/items", query), batch)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String path(String below, String query) {
        return PATH + below + (query.isEmpty() ? "" : "?" + query);
    }

    /** What the batch is when it has come to its end. */
    public ExtractableResponse<Response> finished(String batch) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> reads(batch).extract().path("finishedAt") != null);
        return reads(batch).extract();
    }

    /** The outcome of each invitee. */
    public Map<String, String> outcomes(String batch) {
        return csv(batch, "")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }
}
