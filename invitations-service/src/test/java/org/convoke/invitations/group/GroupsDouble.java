package org.convoke.invitations.group;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * groups-service as this service meets it: its internal calls over real HTTP. One event loop stands for the locks of
 * its rows; what goes wrong is chosen group by group.
 */
public final class GroupsDouble {

    private static final Pattern CHECK = Pattern.compile("/internal/groups/([^/]+)/invitation-check");
    private static final Pattern SEAT = Pattern.compile("/internal/groups/([^/]+)/members/([^/]+)");

    private static final long SLOW_MS = 2_000;
    private static final long STUCK_MS = 9_000;

    private static final Vertx VERTX = Vertx.vertx();
    private static final GroupsDouble RUNNING = new GroupsDouble();

    private final Map<UUID, AGroup> groups = new ConcurrentHashMap<>();

    private GroupsDouble() {
        try {
            VERTX.createHttpServer()
                    .requestHandler(request -> request.body().onSuccess(body -> answer(request, body)))
                    .listen(Integer.getInteger(GroupsAddress.PORT), "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("The double of groups-service does not listen", e);
        }
    }

    /** Listens where the service under test was told that groups-service is. */
    public static GroupsDouble running() {
        return RUNNING;
    }

    /** A group with seats for so many, whose members may invite. */
    public AGroup aGroup(String owner, int capacity) {
        var group = new AGroup(UUID.randomUUID(), owner, capacity);
        groups.put(group.id, group);
        return group;
    }

    public AGroup aGroup(String owner) {
        return aGroup(owner, 100);
    }

    /** As if it had never been. */
    public void delete(AGroup group) {
        groups.remove(group.id);
    }

    private void answer(HttpServerRequest request, Buffer body) {
        if (!ServiceToken.isGood(request.getHeader("Authorization"))) {
            problem(request, 401, "unauthenticated");
            return;
        }
        Matcher check = CHECK.matcher(request.path());
        Matcher seat = SEAT.matcher(request.path());
        if (check.matches()) {
            AGroup group = groups.get(UUID.fromString(check.group(1)));
            invitationCheck(request, group, body.toJsonObject());
        } else if (seat.matches() && request.method() == HttpMethod.GET) {
            relation(request, groups.get(UUID.fromString(seat.group(1))), seat.group(2));
        } else if (seat.matches()) {
            AGroup group = groups.get(UUID.fromString(seat.group(1)));
            seat(request, group, seat.group(2), body.toJsonObject());
        } else {
            problem(request, 404, "not-found");
        }
    }

    private void invitationCheck(HttpServerRequest request, AGroup group, JsonObject question) {
        String inviter = question.getString("inviterId");
        if (group == null || !group.isVisibleTo(inviter)) {
            problem(request, 404, "not-found");
        } else if (group.fault != Fault.NONE) {
            fail(group.fault, request, group, () -> null);
        } else if (group.archived) {
            problem(request, 409, "archived");
        } else {
            var invitees = new JsonArray();
            for (Object invitee : question.getJsonArray("inviteeIds")) {
                invitees.add(new JsonObject()
                        .put("userId", invitee)
                        .put("standing", group.standing((String) invitee))
                        .put("sharesGroup", shareAGroup(inviter, (String) invitee)));
            }
            json(
                    request,
                    200,
                    new JsonObject()
                            .put("mayInvite", group.mayInvite(inviter))
                            .put("inviterRole", group.roleOf(inviter))
                            .put("group", group.preview())
                            .put("invitees", invitees)
                            .put("unheardOf", true));
        }
    }

    private boolean shareAGroup(String one, String other) {
        return groups.values().stream()
                .anyMatch(group -> group.members.containsKey(one) && group.members.containsKey(other));
    }

    private static void relation(HttpServerRequest request, AGroup group, String userId) {
        if (group == null) {
            problem(request, 404, "not-found");
        } else if (group.fault != Fault.NONE) {
            fail(group.fault, request, group, () -> null);
        } else {
            json(
                    request,
                    200,
                    new JsonObject()
                            .put("group", group.preview())
                            .put("archived", group.archived)
                            .put("joinPolicy", group.joinPolicy)
                            .put("role", group.roleOf(userId))
                            .put("standing", group.standing(userId)));
        }
    }

    private static void seat(HttpServerRequest request, AGroup group, String userId, JsonObject wanted) {
        if (group == null) {
            problem(request, 404, "not-found");
            return;
        }
        group.seatCalls.incrementAndGet();
        Fault fault = group.seatFault == Fault.NONE ? group.fault : group.seatFault;
        if (fault == Fault.NONE) {
            give(request, group, userId, wanted);
        } else if (fault == Fault.SLOW) {
            VERTX.setTimer(SLOW_MS, timer -> give(request, group, userId, wanted));
        } else {
            fail(fault, request, group, () -> group.seat(userId, wanted));
        }
    }

    private static void give(HttpServerRequest request, AGroup group, String userId, JsonObject wanted) {
        boolean isNew = !group.members.containsKey(userId);
        String refusal = group.seat(userId, wanted);
        if (refusal == null) {
            json(request, isNew ? 201 : 200, group.members.get(userId).copy().put("unheardOf", true));
        } else if (refusal.equals(AGroup.REQUESTED)) {
            json(request, 202, new JsonObject().put("joinRequest", group.joinRequest(userId)));
        } else {
            problem(request, status(refusal), refusal);
        }
    }

    private static int status(String refusal) {
        return switch (refusal) {
            case "banned" -> 403;
            case "unknown-person" -> 404;
            case "group-quota" -> 429;
            default -> 409;
        };
    }

    private static void fail(Fault fault, HttpServerRequest request, AGroup group, Supplier<@Nullable String> work) {
        switch (fault) {
            case UNAVAILABLE -> problem(request, 503, "unavailable");
            case MISROUTED -> request.response().setStatusCode(404).end("<html>no such site</html>");
            case ANSWER_LOST -> {
                work.get();
                request.connection().close();
            }
            case STUCK -> VERTX.setTimer(STUCK_MS, timer -> group.stuckEnd = work.get());
            case HANGING, SLOW, NONE -> {}
        }
    }

    private static void problem(HttpServerRequest request, int status, String code) {
        request.response().putHeader("Content-Type", "application/problem+json");
        json(
                request,
                status,
                new JsonObject().put("status", status).put("code", code).put("title", code));
    }

    private static void json(HttpServerRequest request, int status, JsonObject body) {
        if (!request.response().headers().contains("Content-Type")) {
            request.response().putHeader("Content-Type", "application/json");
        }
        request.response().setStatusCode(status).end(body.toBuffer());
    }
}
