package org.convoke.parts;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisTest {

    @TempDir
    Path home;

    @Test
    void dataSurvivesAStopAndAKill() throws IOException {
        try (var redis = Redis.start(home, 0)) {
            assertThat(redis.uri()).isEqualTo("redis://127.0.0.1:" + redis.port());
            ask(redis, "INCR kept");
            redis.restart();
            assertThat(ask(redis, "INCR kept")).isEqualTo(":2");
            redis.kill();
            assertThatThrownBy(() -> ask(redis, "PING")).isInstanceOf(IOException.class);
            redis.restart();
            assertThat(ask(redis, "INCR kept")).isEqualTo(":3");
        }
    }

    @Test
    void aFrozenServerDoesNotAnswerUntilItIsThawed() throws IOException {
        try (var redis = Redis.start(home, 0)) {
            redis.pause();
            assertThatThrownBy(() -> ask(redis, "PING")).isInstanceOf(SocketTimeoutException.class);
            redis.resume();
            assertThat(ask(redis, "PING")).isEqualTo("+PONG");
        }
    }

    @Test
    void aFrozenServerCanBeStopped() {
        var redis = Redis.start(home, 0);
        redis.pause();
        redis.close();
        assertThat(redis.alive()).isFalse();
    }

    @Test
    void aStrangerWhoHasItsOldProcessIdIsLeftAlone() throws IOException {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Path pid = Files.writeString(home.resolve("pid"), stranger.pid() + "\n");
        Files.setLastModifiedTime(pid, FileTime.from(Instant.now().minusSeconds(60)));
        var redis = Redis.at(home, Port.free());
        try {
            assertThat(redis.alive()).isFalse();
            redis.kill();
            redis.close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static String ask(Redis redis, String command) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write((command + "\r\n").getBytes(US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
        }
    }
}
