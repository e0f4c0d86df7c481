package org.convoke.e2e;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.local.Service;
import org.convoke.local.Wiring;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The {@linkplain Instance#SECOND second} instances, on the database and the log of the first; goes after Running. */
public final class Twins implements BeforeAllCallback {

    private static Service groups;
    private static Service invitations;

    @Override
    public synchronized void beforeAll(ExtensionContext context) {
        if (groups == null) {
            Wiring wiring = Running.settings().wiring();
            groups = twin("groups-service", Instance.SECOND.ports().groups(), wiring.groups());
            invitations = twin("invitations-service", Instance.SECOND.ports().invitations(), wiring.invitations());
            context.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).put(Twins.class, (AutoCloseable)
                    () -> Stream.of(groups, invitations).forEach(Service::close));
            Stream.of(groups, invitations).parallel().forEach(Service::launch);
        }
    }

    private static Service twin(String name, int port, Map<String, String> first) {
        int management = Instance.SECOND.ports().management(port);
        Map<String, String> told = new HashMap<>(first);
        told.put("QUARKUS_HTTP_PORT", String.valueOf(port));
        told.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(management));
        told.computeIfPresent(
                "QUARKUS_REST_CLIENT_GROUPS_URL",
                (key, url) -> Instance.SECOND.ports().groupsUrl());
        return new Service(
                Running.settings().home().place(name + "-2"),
                name,
                Running.settings().project(),
                port,
                management,
                told);
    }

    /** SIGSTOP. */
    public static void pauseGroups() {
        groups.pause();
    }

    public static void resumeGroups() {
        groups.resume();
    }

    /** kill -9; nobody starts it again but {@link #reviveInvitations}. */
    public static void killInvitations() {
        invitations.kill();
    }

    public static void reviveInvitations() {
        invitations.launch();
    }
}
