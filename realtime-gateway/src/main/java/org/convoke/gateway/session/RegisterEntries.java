package org.convoke.gateway.session;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.convoke.gateway.stream.Script;
import org.convoke.gateway.stream.StreamName;

/**
 * How the register stands in Redis: for each person her sessions with their pods and devices, and for each shard a lease
 * of every pod that has sessions there.
 *
 * @param limit of the sessions of a person, 0 for none
 * @param kept how long the entries of a person stay when nobody writes them again
 */
record RegisterEntries(String pod, int limit, Duration lease, Duration kept) {

    /** A session, and the pod it is on. */
    record Entry(String pod, String sessionId) {}

    /** What became of the wish to enter. */
    sealed interface Entered {

        /** @param replaced those of the same device, whose place was taken */
        record In(List<Entry> replaced) implements Entered {}

        /** She has as many as she may. */
        record Full() implements Entered {}

        /** Her token is of a login that is over. */
        record Revoked() implements Entered {}
    }

    Script.Call entering(Session session) {
        return Script.SESSION_ENTER.on(
                StreamName.tag(shard(session)),
                List.of(
                        session.userId(),
                        pod,
                        session.id(),
                        session.device(),
                        Integer.toString(limit),
                        Long.toString(lease.toMillis()),
                        Long.toString(kept.toMillis()),
                        session.identity().login(),
                        Long.toString(session.identity().issuedAt().getEpochSecond())));
    }

    static Entered entered(Response answer) {
        return switch (answer.get(0).toString()) {
            case "FULL" -> new Entered.Full();
            case "REVOKED" -> new Entered.Revoked();
            default -> new Entered.In(replaced(answer));
        };
    }

    private static List<Entry> replaced(Response answer) {
        List<Entry> replaced = new ArrayList<>();
        for (int i = 1; i < answer.size(); i += 2) {
            replaced.add(new Entry(answer.get(i).toString(), answer.get(i + 1).toString()));
        }
        return replaced;
    }

    /** Answers 0 when the lease has ended. */
    Request renewing(int shard) {
        return Request.cmd(Command.PEXPIRE).arg(leaseKey(shard)).arg(lease.toMillis());
    }

    /** The lease of a shard and all that is registered under it. */
    List<Request> writing(int shard, Collection<Session> sessions) {
        List<Request> requests = new ArrayList<>();
        requests.add(
                Request.cmd(Command.SET).arg(leaseKey(shard)).arg("1").arg("PX").arg(lease.toMillis()));
        for (Session session : sessions) {
            requests.add(Request.cmd(Command.HSET)
                    .arg(registerKey(session))
                    .arg(session.id())
                    .arg(pod + "\n" + session.device()));
            requests.add(Request.cmd(Command.PEXPIRE).arg(registerKey(session)).arg(kept.toMillis()));
        }
        return requests;
    }

    Request strikingOff(Session session) {
        return Request.cmd(Command.HDEL).arg(registerKey(session)).arg(session.id());
    }

    static int shard(Session session) {
        return StreamName.inbox(session.userId()).shard();
    }

    private String leaseKey(int shard) {
        return "gw:" + StreamName.tag(shard) + ":l:" + pod;
    }

    private static String registerKey(Session session) {
        return "gw:" + StreamName.tag(shard(session)) + ":o:" + session.userId();
    }
}
