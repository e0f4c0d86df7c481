package org.convoke.groups.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.convoke.groups.Someone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadInputTest {

    private final Someone ann = Someone.called("Ann");

    @TestHTTPResource("/")
    URI root;

    static Stream<Arguments> wrongFields() {
        return Stream.of(
                Arguments.of("name", list("", "ab", "   ", "x".repeat(81), "x".repeat(10_000), 7, true, null)),
                Arguments.of("name", list("a\0bc", "abc\u202E", "abc\u200B", "a\nbc", "abc\uFEFF")),
                Arguments.of("description", list("x".repeat(2001), 7, "a\0b", List.of("a"))),
                Arguments.of("visibility", list("SECRET", "public", "", 0)),
                Arguments.of("joinPolicy", list("ANY", 1)),
                Arguments.of("whoMayInvite", list("OWNERS")),
                Arguments.of("capacity", list(1, 0, -5, 100_001, 2.5, "many", "5", true, 1e30)),
                Arguments.of("metadata", list(pairs(17), "text", Map.of("", "v"), Map.of("k", 7), Map.of("k\0", "v"))),
                Arguments.of("metadata", list(Map.of("k", "v".repeat(501)), Map.of("k", Map.of()))));
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void aWrongFieldIsRefusedByItsName(String field, List<Object> values) {
        for (Object value : values) {
            Map<String, Object> body = new HashMap<>(Map.of("name", "Chess Club"));
            body.put(field, value);
            refused(ann.post("/groups", body), 400, "invalid").body("errors.field", hasItem(field));
        }
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        ann.post("/groups", Map.of("name", "xyz", "description", "x".repeat(2000), "capacity", 2))
                .statusCode(201);
        ann.post("/groups", Map.of("name", "♞".repeat(80), "capacity", 100_000, "metadata", pairs(16)))
                .statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownerId", "role", "state", "id", "memberCount", "createdBy", "archived", "seq", "Name"})
    void anUnknownFieldIsRefused(String field) {
        refused(ann.post("/groups", Map.of("name", "Chess Club", field, "x")), 400, "unknown-field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\": \"x",
                "nonsense",
                "[]",
                "7",
                "\"text\"",
                "{\"name\":\"Chess Club\"} {}",
                "{\"name\":\"Chess Club\"}]",
                "{\"name\":\"Chess Club\",\"name\":\"Go Club\"}",
                "{\"name\":\"Chess Club\",\"capacity\":NaN}",
                "{\"name\":\"Chess Club\",}",
                "{'name':'Chess Club'}",
                "{\"name\":\"Chess Club\"/**/}",
                "{\"name\":\"Chess\tClub\"}"
            })
    void whatIsNoWellFormedJsonIsRefused(String body) {
        refused(ann.post("/groups", body), 400, "malformed-json");
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"name\":\"Chess Club\",\"metadata\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        ann.post("/groups", deep).statusCode(400);
        String deepUnknown = "{\"x\":" + "{\"x\":".repeat(9_000) + "1" + "}".repeat(9_001);
        ann.post("/groups", deepUnknown).statusCode(400);
    }

    @Test
    void loneSurrogatesAreRefused() {
        for (String text : List.of("\\ud800", "\\udc00abc", "abc\\ud83d")) {
            for (String body : List.of("{\"name\":\"abc%s\"}", "{\"name\":\"abc\",\"metadata\":{\"%s\":\"v\"}}")) {
                refused(ann.post("/groups", body.formatted(text)), 400, "malformed-json");
            }
        }
        byte[] brokenUtf8 = "{\"name\":\"Chess Club_\"}".getBytes(StandardCharsets.ISO_8859_1);
        brokenUtf8[19] = (byte) 0xC3;
        refused(ann.post("/groups", brokenUtf8), 400, "malformed-json");
    }

    @Test
    void noBodyIsRefused() {
        refused(ann.request().post("/api/v1/groups").then(), 400, "invalid");
        refused(ann.post("/groups", "null"), 400, "invalid");
    }

    @Test
    void aBodyOf64KiBIsReadAndOneByteMoreIsNot() {
        String frame = "{\"name\":\"Chess Club\",\"x\":\"\"}";
        String fits = frame.replace("\"\"", "\"" + "x".repeat(65_536 - frame.length()) + "\"");
        refused(ann.post("/groups", fits), 400, "unknown-field");
        refused(ann.post("/groups", fits + " "), 413, "too-large");
    }

    @Test
    void aBodyThatDoesNotSayItsLengthIsBoundedToo() throws IOException {
        String answer = send("Transfer-Encoding: chunked\r\n\r\n", out -> {
            byte[] chunk = ("1000\r\n" + " ".repeat(0x1000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 32; i++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"too-large\"");
    }

    @Test
    void tenMegabytesAreRefusedUnread() throws IOException {
        String answer = send("Content-Length: 10485760\r\n\r\n", out -> {});
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"too-large\"");
    }

    @Test
    void whatIsNoIdIsRefused() {
        for (String id : List.of("not-a-uuid", "1-1-1-1-1", "7", "%00", "..%2f..", "' or 1=1")) {
            refused(
                            ann.request()
                                    .urlEncodingEnabled(false)
                                    .get("/api/v1/groups/" + id.replace(" ", "%20"))
                                    .then(),
                            400,
                            "invalid")
                    .body("errors.field", hasItem("g"));
        }
        refused(ann.get("/groups?limit=ten"), 400, "invalid").body("errors.field", hasItem("limit"));
        refused(ann.get("/groups?query={q}", "x".repeat(101)), 400, "invalid");
        refused(ann.get("/groups?query={q}", "a\0b"), 400, "invalid");
    }

    @Test
    void wrongPathsMethodsAndTypesAreProblemsToo() {
        refused(ann.get("/nothing"), 404, "not-found");
        refused(ann.request().get("/").then(), 404, "not-found");
        refused(ann.request().delete("/api/v1/groups").then(), 405, "method-not-allowed");
        refused(ann.request().accept("text/html").get("/api/v1/groups").then(), 406, "not-acceptable");
        refused(
                ann.request()
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/v1/groups")
                        .then(),
                415,
                "unsupported-media-type");
    }

    @Test
    void healthAndMetricsAreNotHere() {
        refused(ann.request().get("/q/health").then(), 404, "not-found");
        refused(ann.request().get("/q/metrics").then(), 404, "not-found");
    }

    /** A refusal has all members of a problem and shows nothing of the inside. */
    private static ValidatableResponse refused(ValidatableResponse answer, int status, String code) {
        String text = answer.extract().asString();
        assertThat(text)
                .doesNotContainPattern("\\b(java|jakarta|org|com|io)\\.[a-z]\\w*\\.\\w|Exception|Error\\b|select ");
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("type", notNullValue())
                .body("title", notNullValue())
                .body("status", equalTo(status))
                .body("detail", notNullValue())
                .body("code", equalTo(code))
                .body("instance", notNullValue());
    }

    private interface Body {
        void write(OutputStream out) throws IOException;
    }

    private String send(String head, Body body) throws IOException {
        try (Socket socket = new Socket(root.getHost(), root.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(
                    ("POST /api/v1/groups HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: Bearer "
                                    + ann.token() + "\r\nConnection: close\r\n" + head)
                            .getBytes(StandardCharsets.US_ASCII));
            body.write(out);
            out.flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Object> list(Object... values) {
        return Stream.of(values)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList));
    }

    private static Map<String, String> pairs(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }
}
