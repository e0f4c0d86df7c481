package org.convoke.gateway.web;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the page may consist of, and whom it may call: our own files and nothing that was written into it, ourselves, the
 * provider and the services.
 *
 * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
 */
record ContentPolicy(List<URI> called) {

    /** Style elements that a library writes into the page, as {@code 'sha256-…'}: the browser's refusal says each. */
    private static final List<String> STYLES = List.of(
            // React Aria: what can be pressed does not wait for a second tap.
            "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='");

    static ContentPolicy of(WebConfig config) {
        return new ContentPolicy(Stream.concat(
                        Stream.of(config.authority()),
                        Stream.of(config.groupsUrl(), config.invitationsUrl()).flatMap(url -> url.stream()))
                .toList());
    }

    String text() {
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                ours("style-src", STYLES.stream()),
                "img-src 'self'",
                "font-src 'self'",
                "manifest-src 'self'",
                ours("connect-src", called.stream().map(ContentPolicy::origin)),
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    private static String ours(String directive, Stream<String> others) {
        return Stream.concat(Stream.of(directive, "'self'"), others).distinct().collect(Collectors.joining(" "));
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority();
    }
}
