package org.convoke.gateway.wire.socketio.engine;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** One HTTP request and its answer, which may be given from any thread. */
final class Exchange {

    /** The body has more bytes than it may. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("The body is too large", null, false, false);
        }
    }

    private static final String TEXT = "text/plain; charset=UTF-8";

    private final RoutingContext routing;
    private final Context context;

    /** On the thread of the request, which reads no body before it is asked to. */
    Exchange(RoutingContext routing) {
        this.routing = routing;
        this.context = Vertx.currentContext();
    }

    HttpServerRequest request() {
        return routing.request();
    }

    /** Fails when the client has gone before it had the answer. */
    Future<Void> answer(Buffer payload) {
        return end(200, TEXT, payload);
    }

    Future<Void> answer(String payload) {
        return answer(Buffer.buffer(payload));
    }

    void refuse(Refusal refusal) {
        end(refusal.status(), "application/json", Buffer.buffer(refusal.body()));
    }

    /** Too many come in at the same time. */
    void comeLater(long seconds) {
        response().putHeader("Retry-After", Long.toString(seconds));
        end(503, TEXT, Buffer.buffer());
    }

    void tooLarge() {
        // What is left of the body is not worth reading.
        response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        end(413, TEXT, Buffer.buffer());
    }

    private Future<Void> end(int status, String type, Buffer payload) {
        Promise<Void> sent = Promise.promise();
        onItsThread(() -> {
            if (response().ended() || response().closed()) {
                sent.fail("The client is gone");
            } else {
                response()
                        .setStatusCode(status)
                        .putHeader(HttpHeaders.CONTENT_TYPE, type)
                        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                        .putHeader("X-Content-Type-Options", "nosniff")
                        .end(payload)
                        .onComplete(sent);
                // Whoever comes next on this connection waits until the body has been read.
                request().resume();
            }
        });
        return sent.future();
    }

    private HttpServerResponse response() {
        return routing.response();
    }

    /** Runs it if the client goes before it has an answer. */
    void whenCut(Runnable lost) {
        onItsThread(() -> {
            if (response().closed()) {
                lost.run();
            } else {
                routing.addEndHandler(end -> {
                    if (end.failed()) {
                        lost.run();
                    }
                });
            }
        });
    }

    /** Fails with {@link TooLarge}, or when the client goes before it has sent all. */
    Future<Buffer> body(int limit) {
        Promise<Buffer> whole = Promise.promise();
        onItsThread(() -> read(limit, whole));
        return whole.future();
    }

    private void read(int limit, Promise<Buffer> whole) {
        Buffer body = Buffer.buffer();
        request()
                .exceptionHandler(whole::tryFail)
                .endHandler(end -> whole.tryComplete(body))
                .handler(chunk -> {
                    if (body.length() + chunk.length() > limit) {
                        whole.tryFail(new TooLarge());
                    } else {
                        body.appendBuffer(chunk);
                    }
                })
                .resume();
    }

    private void onItsThread(Runnable task) {
        if (Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(now -> task.run());
        }
    }
}
