package org.convoke.gateway.operation;

import static io.restassured.RestAssured.given;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The meters of the gateway as Prometheus sees them, at one time.
 *
 * @param values by name and tags, such as {@code convoke_gateway_sessions{wire="gw"}}
 */
record Scrape(Map<String, Double> values) {

    static Scrape of(String management) {
        String text = given().accept("text/plain")
                .get(management + "metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return new Scrape(Arrays.stream(text.split("\n"))
                .filter(line -> line.startsWith("convoke_"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')).replace(",}", "}"),
                        line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))));
    }

    /** 0 for a meter that nothing has moved yet. */
    double value(String name, String... tags) {
        String key = tags.length == 0 ? name : name + "{" + String.join(",", tags) + "}";
        return values.getOrDefault(key, 0.0);
    }
}
