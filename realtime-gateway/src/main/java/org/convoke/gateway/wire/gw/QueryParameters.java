package org.convoke.gateway.wire.gw;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.websockets.next.HandshakeRequest;
import java.util.HashMap;
import java.util.Map;

/** The query of an upgrade, decoded; the first value counts. */
final class QueryParameters {

    private QueryParameters() {}

    static Map<String, String> of(HandshakeRequest request) {
        Map<String, String> first = new HashMap<>();
        String query = request.query() == null ? "" : request.query();
        new QueryStringDecoder(query, false).parameters().forEach((name, values) -> first.put(name, values.getFirst()));
        return first;
    }
}
