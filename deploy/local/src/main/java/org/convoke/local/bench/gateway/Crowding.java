package org.convoke.local.bench.gateway;

import java.time.Duration;

/** What one server does with many who only listen: letting them in, holding them, telling all of them the same. */
record Crowding(double perSecond, double kibibytes, Spread broadcast) {

    private static final int BROADCASTS = 10;
    private static final int WARM_UP = 3;

    /** @param few from how many on memory and time are measured, up to {@code many} */
    static Crowding of(Side side, int few, int many) {
        side.sockets().upTo(few);
        long before = resident(side);
        Duration took = side.sockets().upTo(many);
        long after = resident(side);
        return new Crowding(
                (many - few) / (took.toNanos() / 1e9), (after - before) / (double) (many - few), broadcast(side, many));
    }

    private static Spread broadcast(Side side, int listeners) {
        Room all = Room.ofAll(listeners);
        side.tell(all, WARM_UP, 1);
        return side.spread(all, BROADCASTS, 1);
    }

    private static long resident(Side side) {
        side.cpu().settle();
        return Memory.resident(side.cpu().pid(side.part()));
    }
}
