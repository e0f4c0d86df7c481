package org.convoke.gateway.wire;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.convoke.gateway.session.HubThread;

/** The clients of all wires on this pod, each looked after once a second. */
@ApplicationScoped
public class Clients {

    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final SignIn signIn;
    private final Commands commands;
    private final Limits limits;
    private final Set<Client> here = ConcurrentHashMap.newKeySet();

    Clients(SignIn signIn, Commands commands, Limits limits) {
        this.signIn = signIn;
        this.commands = commands;
        this.limits = limits;
    }

    void start(@Observes StartupEvent event, HubThread hubThread) {
        hubThread.every(PERIOD, () -> here.forEach(Client::tick));
    }

    public Client come(Client.Voice voice) {
        return come(voice, limits.vigil());
    }

    /** One whose transport looks for signs of life itself. */
    public Client comeWithHeartbeat(Client.Voice voice) {
        return come(voice, limits.vigilOverTokens());
    }

    private Client come(Client.Voice voice, Vigil vigil) {
        Client client = new Client(signIn, commands, vigil, voice, here::remove);
        here.add(client);
        return client;
    }
}
