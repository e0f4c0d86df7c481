package org.convoke.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convoke.parts.Kafka;
import org.convoke.parts.Part;
import org.convoke.parts.Postgres;
import org.convoke.parts.Redis;

/**
 * Which parts make a stack: services are started when the stores serve, what is beside neither waits nor is waited for.
 */
record Plan(List<Part> stores, List<Part> beside, List<Part> services) {

    /** The whole of Convoke, less what the environment gives an address for. */
    static Plan of(Home home, Path project, Wiring wiring) {
        Ports ports = wiring.ports();
        var stores = new ArrayList<Part>();
        if (wiring.given(Wiring.POSTGRES).isEmpty()) {
            stores.add(new Postgres(home.place("postgres"), ports.postgres()));
        }
        if (wiring.given(Wiring.REDIS).isEmpty()) {
            stores.add(new Redis(home.place("redis"), ports.redis()));
        }
        if (wiring.given(Wiring.KAFKA).isEmpty()) {
            stores.add(new Kafka(
                    home.place("kafka"),
                    ports.kafka(),
                    new Kafka.Detour(ports.kafkaBehindProxy(), ports.kafkaProxy())));
        }
        List<Part> beside =
                wiring.given(Wiring.OIDC).isEmpty() ? List.of(new Keycloak(home.place("keycloak"), ports)) : List.of();
        return new Plan(stores, beside, services(home, project, wiring));
    }

    private static List<Part> services(Home home, Path project, Wiring wiring) {
        Ports ports = wiring.ports();
        return List.of(
                service(home, project, "groups-service", ports, ports.groups(), wiring.groups()),
                service(home, project, "invitations-service", ports, ports.invitations(), wiring.invitations()),
                service(home, project, "realtime-gateway", ports, ports.gateway(), wiring.gateway()));
    }

    private static Part service(
            Home home, Path project, String name, Ports ports, int port, Map<String, String> environment) {
        return new Service(home.place(name), name, project, port, ports.management(port), environment);
    }

    List<Part> parts() {
        return Stream.of(stores, beside, services).flatMap(List::stream).toList();
    }
}
