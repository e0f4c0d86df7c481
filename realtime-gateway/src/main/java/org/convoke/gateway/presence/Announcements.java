package org.convoke.gateway.presence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convoke.gateway.delivery.Wakeup;
import org.convoke.gateway.delivery.Wakeups;
import org.jboss.logging.Logger;

/** Hints to the pods that watch whoever appears otherwise than before. A hint that gets lost is made up for by their checks. */
@ApplicationScoped
class Announcements {

    private static final Logger LOG = Logger.getLogger(Announcements.class);

    private final Records records;
    private final Wakeups wakeups;

    Announcements(Records records, Wakeups wakeups) {
        this.records = records;
        this.wakeups = wakeups;
    }

    void tell(List<Settled.Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, List<Wakeup>> byPod = new HashMap<>();
        Set<UUID> groups = new LinkedHashSet<>();
        for (Settled.Change change : changes) {
            change.pods().forEach(pod -> add(byPod, pod, new Wakeup.Seen(change.userId())));
            groups.addAll(change.groups());
        }
        send(byPod);
        records.watching(groups)
                .onSuccess(watching -> send(ofGroups(changes, watching)))
                .onFailure(failure -> LOG.warnf("Those who watch groups will look for themselves: %s", failure));
    }

    private static Map<String, List<Wakeup>> ofGroups(List<Settled.Change> changes, Map<UUID, List<String>> watching) {
        Map<String, List<Wakeup>> byPod = new HashMap<>();
        for (Settled.Change change : changes) {
            for (UUID group : change.groups()) {
                watching.get(group).forEach(pod -> add(byPod, pod, new Wakeup.Reseated(group, change.userId())));
            }
        }
        return byPod;
    }

    private static void add(Map<String, List<Wakeup>> byPod, String pod, Wakeup hint) {
        byPod.computeIfAbsent(pod, first -> new ArrayList<>()).add(hint);
    }

    private void send(Map<String, List<Wakeup>> byPod) {
        wakeups.send(byPod)
                .onFailure(failure -> LOG.warnf("Those who watch people will look for themselves: %s", failure));
    }
}
