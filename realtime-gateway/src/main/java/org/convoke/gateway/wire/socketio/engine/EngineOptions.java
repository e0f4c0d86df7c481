package org.convoke.gateway.wire.socketio.engine;

import java.time.Duration;
import org.convoke.gateway.wire.Carrier;
import org.convoke.gateway.wire.FrameRate;
import org.convoke.gateway.wire.Outbound;

/**
 * How an Engine.IO server treats its clients.
 *
 * @param pingInterval how long after a sign of life the next is asked for
 * @param pingTimeout how long a client then has to give one
 * @param upgradeTimeout how long a WebSocket has to take over from polling
 * @param maxPayload bytes of a message over a WebSocket, and of all packets of a POST together
 */
public record EngineOptions(
        Duration pingInterval, Duration pingTimeout, Duration upgradeTimeout, int maxPayload, Bounds bounds) {

    /**
     * How much is borne with one client.
     *
     * @param queueMessages that wait for one that reads slowly
     * @param queueBytes that wait for one that reads slowly
     * @param packetsPerSecond that it may send
     * @param packetBurst that it may send at once
     */
    public record Bounds(int queueMessages, int queueBytes, int packetsPerSecond, int packetBurst) {}

    Outbound outbound(Carrier carrier) {
        return new Outbound(carrier, bounds.queueMessages(), bounds.queueBytes());
    }

    FrameRate packetRate() {
        return new FrameRate(bounds.packetsPerSecond(), bounds.packetBurst(), System::nanoTime);
    }
}
