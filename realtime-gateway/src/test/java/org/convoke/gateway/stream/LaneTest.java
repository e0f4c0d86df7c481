package org.convoke.gateway.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final Lane lane = new Lane();
    private final List<String> begun = new ArrayList<>();

    @Test
    void nothingBeginsBeforeWhatCameEarlierIsOver() {
        Promise<List<Response>> first = begin("first");
        Promise<List<Response>> second = begin("second");
        assertThat(begun).containsExactly("first");
        first.fail("moved");
        assertThat(begun).containsExactly("first", "second");
        begin("third");
        second.complete(List.of());
        assertThat(begun).containsExactly("first", "second", "third");
    }

    @Test
    void manyThatFailAtOnceDoNotFillTheStack() {
        Promise<List<Response>> first = begin("first");
        List<Future<List<Response>>> rest = IntStream.range(0, 50_000)
                .mapToObj(i -> lane.take(() -> Future.failedFuture("too late")))
                .toList();
        first.complete(List.of());
        assertThat(rest).allMatch(Future::failed);
    }

    private Promise<List<Response>> begin(String name) {
        Promise<List<Response>> promise = Promise.promise();
        lane.take(() -> {
            begun.add(name);
            return promise.future();
        });
        return promise;
    }
}
