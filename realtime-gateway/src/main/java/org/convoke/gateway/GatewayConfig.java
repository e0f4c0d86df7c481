package org.convoke.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings of the gateway; the README lists them. */
@ConfigMapping(prefix = "convoke.gateway")
public interface GatewayConfig {

    /** The pod's name, the same after a restart: its Kafka partitions wait for it. Unique among the gateways. */
    @WithDefault("${HOSTNAME:gateway-0}")
    String pod();

    /** Origins of web pages that may open a socket, besides the gateway's own; such as {@code https://app.example}. */
    Optional<List<String>> origins();

    /** Whether pages of {@code localhost}, whatever their port, may open a socket. */
    @WithDefault("false")
    boolean localhostOrigins();

    /** The Kafka consumer group that all gateways share. */
    @WithDefault("realtime-gateway")
    String consumerGroup();

    /** How long a client has to sign in. */
    @WithDefault("10s")
    Duration authTimeout();

    /** How long a client may be silent before it is asked for a sign of life. */
    @WithDefault("25s")
    Duration heartbeat();

    /** How long it then has to give one. */
    @WithDefault("10s")
    Duration heartbeatTimeout();

    /** Longest time for which a lost wake-up delays an event. */
    @WithDefault("25s")
    Duration positionCheck();

    /** How often the watermarks of all shards are compared and moved on. */
    @WithDefault("5s")
    Duration sweep();

    /** Sessions that a person may have at the same time, over all pods. */
    @WithDefault("10")
    int sessionsPerUser();

    /** For how long the sessions of a pod that has died still count. */
    @WithDefault("15s")
    Duration sessionLease();

    /** Frames of one client in a second. */
    @WithDefault("20")
    int framesPerSecond();

    /** Frames of one client at once. */
    @WithDefault("60")
    int frameBurst();

    /** New connections in a second; as many may come at once. */
    @WithDefault("50")
    int handshakesPerSecond();

    /** Channels that a session may ask for, besides those it has by itself. */
    @WithDefault("100")
    int subscriptions();

    /** The longest that sending the sockets away takes when the pod stops. */
    @WithDefault("10s")
    Duration drain();

    /** Frames that may wait for a slow client before it is told to come back. */
    @WithDefault("512")
    @Min(1)
    int queueFrames();

    /** Bytes that may wait for a slow client before it is told to come back. */
    @WithDefault("1048576")
    @Min(1)
    int queueBytes();
}
