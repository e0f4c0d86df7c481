package org.convoke.groups.group;

import java.util.Map;

/** What the admins of a group decide. */
public record GroupSettings(
        String name,
        String description,
        Visibility visibility,
        JoinPolicy joinPolicy,
        WhoMayInvite whoMayInvite,
        int capacity,
        Map<String, String> metadata) {}
