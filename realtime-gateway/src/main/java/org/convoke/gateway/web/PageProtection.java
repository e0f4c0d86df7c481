package org.convoke.gateway.web;

import io.vertx.core.http.HttpServerResponse;
import java.util.Map;

/** Stands on everything the page is made of: what browsers refuse it, and those who would use it. */
record PageProtection(Map<String, String> headers) {

    /** What a page may be granted by name; copying to the clipboard, which is done by hand, is not among it. */
    private static final String NOTHING = "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(),"
            + " geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(),"
            + " publickey-credentials-get=(), screen-wake-lock=(), usb=()";

    static PageProtection with(ContentPolicy policy) {
        return new PageProtection(Map.of(
                "Content-Security-Policy", policy.text(),
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Permissions-Policy", NOTHING));
    }

    void on(HttpServerResponse response) {
        headers.forEach(response::putHeader);
    }
}
