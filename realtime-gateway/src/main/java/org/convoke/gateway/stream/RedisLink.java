package org.convoke.gateway.stream;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;

/**
 * A way to Redis of its own: what is sent on it is carried out in the order of the calls, shard by shard. A call that
 * fails has perhaps been carried out: repeating must do no harm.
 */
public interface RedisLink {

    /** Something for whoever listens to the channel. */
    record Message(String channel, String text) {

        Request request() {
            return Request.cmd(Command.PUBLISH).arg(channel).arg(text);
        }
    }

    /** The answers in the order of the calls; fails when one of them does. */
    Future<List<Response>> run(List<Script.Call> calls);

    /** Each call with an answer of its own, all given at the same time: of a cluster, a part may be away. */
    Future<List<Future<Response>>> attempt(List<Script.Call> calls);

    default Future<Response> run(Script.Call call) {
        return run(List.of(call)).map(List::getFirst);
    }

    /** The same for plain commands, each of which has a key. */
    Future<List<Response>> send(List<Request> requests);

    /** Answers how many listen to each; in a cluster that is not the whole truth, see {@link RedisLinks#unheard}. */
    Future<List<Response>> publish(List<Message> messages);
}
