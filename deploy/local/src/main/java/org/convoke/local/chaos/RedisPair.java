package org.convoke.local.chaos;

import org.convoke.local.Home;
import org.convoke.parts.Port;
import org.convoke.parts.Redis;

/** A Redis server and, when one is wanted, its replica; the gateways reach whichever leads through a proxy. */
final class RedisPair implements AutoCloseable {

    private static final String NOBODY = "REPLICAOF NO ONE";

    private final TcpProxy gateways;
    private final TcpProxy replication;
    private Redis leader;
    private Redis follower;

    RedisPair(Home home) {
        leader = new Redis(home.place("chaos-redis-1"), Port.free());
        follower = new Redis(home.place("chaos-redis-2"), Port.free());
        leader.launch();
        gateways = new TcpProxy(0, leader.port());
        replication = new TcpProxy(0, leader.port());
    }

    TcpProxy proxy() {
        return gateways;
    }

    void restart() {
        leader.kill();
        leader.launch();
    }

    void flush() {
        new RedisLine(leader.port()).command("FLUSHALL");
    }

    /** A replica that has all there is, and from then on hears nothing more; it does not know that it does not. */
    void followAndCutOff() {
        replication.lead(leader.port());
        follower.launch();
        RedisLine line = new RedisLine(follower.port());
        line.command("REPLICAOF 127.0.0.1 " + replication.port());
        Wait.until(
                "the replica follows",
                () -> line.replication("master_link_status").equals("up"));
        replication.hold();
    }

    /**
     * The replica takes over as it is, and the leader is gone.
     *
     * @return how many bytes of acknowledged writes are gone with it
     */
    long failOver() {
        RedisLine line = new RedisLine(follower.port());
        long missing = new RedisLine(leader.port()).offset() - line.offset();
        leader.kill();
        line.command(NOBODY);
        gateways.lead(follower.port());
        gateways.cut();
        replication.cut();
        replication.release();
        Redis gone = leader;
        leader = follower;
        follower = gone;
        return missing;
    }

    @Override
    public void close() {
        gateways.close();
        replication.close();
        leader.close();
        follower.close();
    }
}
