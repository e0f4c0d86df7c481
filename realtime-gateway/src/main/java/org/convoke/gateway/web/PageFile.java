package org.convoke.gateway.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the page as it is sent.
 *
 * @param tag says which content it is, however it was encoded
 * @param caching names under {@code /assets/} have a hash of the content in them; all others are asked for again
 * @param zipped null for what is compressed in itself
 */
record PageFile(
        String type,
        String tag,
        String caching,
        Buffer plain,
        @Nullable Buffer zipped) {

    private static final Map<String, String> TEXTS = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "json", "application/json",
            "webmanifest", "application/manifest+json",
            "txt", "text/plain; charset=utf-8");
    private static final Map<String, String> OTHERS =
            Map.of("png", "image/png", "ico", "image/x-icon", "woff2", "font/woff2");
    private static final String ANY = "application/octet-stream";

    static PageFile of(String path, byte[] content) {
        String ending = path.substring(path.lastIndexOf('.') + 1);
        String text = TEXTS.get(ending);
        return new PageFile(
                text == null ? OTHERS.getOrDefault(ending, ANY) : text,
                "W/\"" + hash(content) + "\"",
                path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
                Buffer.buffer(content),
                text == null ? null : Buffer.buffer(zip(content)));
    }

    /** To a caller who has it already only that it is still the same. */
    void send(RoutingContext exchange) {
        HttpServerResponse response = exchange.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, caching)
                .putHeader(HttpHeaders.ETAG, tag)
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        String known = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (known != null && known.contains(tag)) {
            response.setStatusCode(304).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, type);
            sendBody(exchange);
        }
    }

    private void sendBody(RoutingContext exchange) {
        HttpServerResponse response = exchange.response();
        boolean unzips = exchange.parsedHeaders().acceptEncoding().stream()
                .anyMatch(coding -> coding.value().equals("gzip") && coding.weight() > 0);
        Buffer body = plain;
        if (zipped != null && unzips) {
            response.putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            body = zipped;
        }
        if (exchange.request().method() == HttpMethod.HEAD) {
            response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length()))
                    .end();
        } else {
            response.end(body);
        }
    }

    private static byte[] zip(byte[] content) {
        var zipped = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(zipped)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zipped.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
