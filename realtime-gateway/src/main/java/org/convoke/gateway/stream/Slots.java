package org.convoke.gateway.stream;

import io.vertx.redis.client.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which node of a cluster serves which slots, as one of the nodes sees it.
 *
 * @param nodes the addresses of all, replicas too
 */
record Slots(List<Range> ranges, Set<String> nodes) {

    record Range(int first, int last, String master) {}

    /** @param asked the address of the node that answered {@code CLUSTER SLOTS}; how it is spelled goes for all */
    static Slots of(URI asked, Response answer) {
        List<Range> ranges = new ArrayList<>();
        Set<String> nodes = new LinkedHashSet<>();
        for (Response range : answer) {
            ranges.add(new Range(range.get(0).toInteger(), range.get(1).toInteger(), address(asked, range.get(2))));
            for (int node = 2; node < range.size(); node++) {
                nodes.add(address(asked, range.get(node)));
            }
        }
        return new Slots(List.copyOf(ranges), Set.copyOf(nodes));
    }

    Optional<String> masterOf(int slot) {
        return ranges.stream()
                .filter(range -> range.first() <= slot && slot <= range.last())
                .map(Range::master)
                .findFirst();
    }

    private static String address(URI asked, Response node) {
        String user = asked.getRawUserInfo() == null ? "" : asked.getRawUserInfo() + "@";
        String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
        return asked.getScheme() + "://" + user + host(asked, node.get(0)) + ":" + node.get(1) + query;
    }

    /** A node that does not know its own name leaves it out. */
    private static String host(URI asked, Response said) {
        String host = said == null ? "" : said.toString();
        if (host.isEmpty() || host.equals("?")) {
            return asked.getHost();
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
