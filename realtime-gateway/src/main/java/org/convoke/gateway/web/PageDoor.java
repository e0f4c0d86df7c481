package org.convoke.gateway.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Serves the page at every path that is nobody else's, and its settings. Nothing is compressed while it is sent: the
 * server has no compression at all, so that sockets, polls and REST pay nothing for that of the page.
 */
@ApplicationScoped
class PageDoor {

    /** Behind what guards every request, and before REST, which would refuse the paths that only the page knows. */
    private static final int ORDER = 1000;

    private final PageFiles files;
    private final List<String> elsewhere;
    private final PageProtection protection;
    private final String settings;

    PageDoor(
            PageFiles files,
            WebConfig config,
            @ConfigProperty(name = "convoke.gateway.socketio.path", defaultValue = "/socket.io/") String socketIo) {
        this.files = files;
        elsewhere = List.of("/api/", "/q/", "/ws/", "/config.json/", socketIo);
        protection = PageProtection.with(ContentPolicy.of(config));
        settings = Json.encode(PageSettings.of(config));
    }

    void open(@Observes Router router) {
        router.get("/config.json").order(ORDER).handler(this::settings);
        router.route()
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .order(ORDER)
                .handler(this::page);
    }

    private void settings(RoutingContext exchange) {
        protection.on(exchange.response());
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .end(settings);
    }

    private void page(RoutingContext exchange) {
        String path = exchange.normalizedPath();
        if (elsewhere.stream().anyMatch((path + "/")::startsWith)) {
            exchange.next();
        } else {
            exchange.vertx()
                    .executeBlocking(() -> files.at(path), false)
                    .onSuccess(file -> page(exchange, file))
                    .onFailure(exchange::fail);
        }
    }

    private void page(RoutingContext exchange, @Nullable PageFile file) {
        if (file == null) {
            exchange.next();
        } else {
            protection.on(exchange.response());
            file.send(exchange);
        }
    }
}
