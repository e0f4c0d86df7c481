package org.convoke.e2e.model;

import java.util.Map;
import java.util.Set;

/**
 * What there is at one moment, by person.
 *
 * @param members each one's role
 * @param requests whose are open
 * @param invitations what became of each one's last invitation
 * @param known whose pending invitations groups-service has heard of
 */
record State(
        Map<Integer, String> members,
        int memberCount,
        Set<Integer> requests,
        Set<Integer> bans,
        Map<Integer, String> invitations,
        Set<Integer> known) {}
