package org.convoke.local.bench.gateway;

import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.convoke.local.bench.Deadline;
import org.convoke.local.bench.Latencies;
import org.convoke.local.bench.Load;
import org.convoke.local.bench.Persistent;
import org.convoke.local.demo.Unexpected;

/** From the instant at which somebody was to invite until the invitee's socket has it, through all of the services. */
final class Invitations {

    private static final Duration WARM_UP = Duration.ofSeconds(75);
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Duration AFTERWARDS = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final int SENDERS = 64;
    private static final Load WARMING = new Load(8);

    private final EventLoopGroup thread;
    private final Deadline deadline;
    private final Report report;

    Invitations(EventLoopGroup thread, Deadline deadline, Report report) {
        this.thread = thread;
        this.deadline = deadline;
        this.report = report;
    }

    void run(People people, GatewayWire wire, int gatewayPort, int rate) {
        String what = "invite → received at " + rate + "/s";
        Duration warmUp = deadline.atMost(WARM_UP.plus(TIME.multipliedBy(2))).minus(TIME.multipliedBy(2));
        if (warmUp.isNegative()) {
            report.skip(what, "no time is left");
            return;
        }
        report.say(what + " …");
        var tokens = people.invitees().stream().map(People.Invitee::token).toList();
        try (var sockets = new Sockets(thread, wire.of(gatewayPort, tokens))) {
            sockets.upTo(tokens.size());
            report.say("  warming up for " + warmUp.toSeconds() + " s");
            WARMING.run(warmUp, new Persistent(client -> fulfil(people, Side.numbers(1))));
            var loop = new OpenLoop(rate, TIME, SENDERS);
            int first = Side.numbers(loop.questions());
            var receipts = new Receipts(first, loop.questions());
            sockets.tell(receipts);
            Duration took = loop.run((number, due) -> ask(people, receipts, first + number, due));
            awaitAll(receipts);
            print(what, loop, receipts, took);
        }
    }

    private static boolean fulfil(People people, int event) {
        People.Wish wish = people.wishes().poll();
        if (wish == null) {
            return false;
        }
        wish.fulfil(event);
        return true;
    }

    private static void ask(People people, Receipts receipts, int event, long due) {
        try {
            if (fulfil(people, event)) {
                receipts.accepted(event, due);
            }
        } catch (Unexpected refusal) {
            receipts.refused(refusal.getMessage());
        }
    }

    private static void awaitAll(Receipts receipts) {
        Deadline end = Deadline.in(AFTERWARDS);
        while (receipts.missing() > 0 && !end.left().isZero()) {
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private void print(String what, OpenLoop loop, Receipts receipts, Duration took) {
        Latencies latencies = receipts.latencies(took);
        report.ours(what + ": answered per s", receipts.accepted() / (took.toNanos() / 1e9), "");
        report.ours("… p50 ms since it was due", latencies.millis(50), "≤ 15");
        report.ours("… p99 ms", latencies.millis(99), "≤ 100");
        report.ours("… missing, of " + receipts.accepted(), receipts.missing(), "0");
        report.note(Report.text(
                "%s: %d of %d were sent in time, %d of them refused",
                what, receipts.accepted() + receipts.refusals(), loop.questions(), receipts.refusals()));
        if (receipts.refusals() > 0) {
            report.note("the last refusal: " + receipts.lastRefusal());
        }
    }
}
