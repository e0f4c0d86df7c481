package org.convoke.gateway.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The Lua scripts, each a whole step on one shard: {@code prelude.lua} and its own text. */
public enum Script {
    APPEND("append"),
    ADVANCE("advance"),
    OPEN("open"),
    READ("read"),
    ACKNOWLEDGE("acknowledge"),
    INBOX_COUNTS("inbox_counts"),
    INBOX_LIST("inbox_list"),
    INBOX_MARK("inbox_mark"),
    INBOX_LEVEL("inbox_level"),
    SKIP("skip"),
    SESSION_ENTER("session_enter"),
    SESSION_REVOKE("session_revoke"),
    MEMBERS_PODS("members_pods"),
    PRESENCE("presence"),
    LEASES("leases"),
    PODS("pods"),
    ROSTER("roster");

    private final String text;
    private final String sha;

    Script(String name) {
        this.text = load("prelude") + load(name);
        this.sha = sha1(text);
    }

    /** One run of a script on a shard. */
    public record Call(Script script, String tag, List<String> arguments) {

        /** By digest; the server answers NOSCRIPT when it does not know it (yet, or after a restart). */
        Request byDigest() {
            return request(Request.cmd(Command.EVALSHA).arg(script.sha));
        }

        Request byText() {
            return request(Request.cmd(Command.EVAL).arg(script.text));
        }

        private Request request(Request request) {
            request.arg(1).arg(tag);
            arguments.forEach(request::arg);
            return request;
        }
    }

    public Call on(String tag, List<String> arguments) {
        return new Call(this, tag, arguments);
    }

    private static String load(String name) {
        try (InputStream resource = Script.class.getResourceAsStream("/lua/" + name + ".lua")) {
            if (resource == null) {
                throw new IllegalStateException("The script " + name + " is not in this build");
            }
            return new String(resource.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
