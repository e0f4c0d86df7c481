package org.convoke.groups.group;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** What the admins of a group decide. */
public record GroupSettings(
        String name,
        String description,
        Visibility visibility,
        JoinPolicy joinPolicy,
        WhoMayInvite whoMayInvite,
        int capacity,
        Map<String, String> metadata) {

    /** By the name of each setting that differs, what it is here and what it is there. */
    SequencedMap<String, Object> differences(GroupSettings other) {
        SequencedMap<String, Object> there = other.values();
        SequencedMap<String, Object> differences = new LinkedHashMap<>();
        values().forEach((setting, here) -> {
            if (!here.equals(there.get(setting))) {
                differences.put(setting, Map.of("from", here, "to", there.get(setting)));
            }
        });
        return differences;
    }

    private SequencedMap<String, Object> values() {
        SequencedMap<String, Object> values = new LinkedHashMap<>();
        values.put("name", name);
        values.put("description", description);
        values.put("visibility", visibility.name());
        values.put("joinPolicy", joinPolicy.name());
        values.put("whoMayInvite", whoMayInvite.name());
        values.put("capacity", capacity);
        values.put("metadata", metadata);
        return values;
    }
}
