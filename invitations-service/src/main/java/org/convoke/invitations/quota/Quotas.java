package org.convoke.invitations.quota;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** How many people an inviter may still invite, and a group have invited; what is counted are invitations. */
@ApplicationScoped
public class Quotas {

    private final LimitsConfig limits;
    private final Counts counts;

    Quotas(LimitsConfig limits, Counts counts) {
        this.limits = limits;
        this.counts = counts;
    }

    /** Nobody else counts, or adds to, what that inviter and that group have until the transaction's end. */
    public void lock(String inviterId, UUID groupId) {
        counts.lock(inviterId, groupId);
    }

    /** The second half of it: as long, nobody invites to that group. */
    public void lock(UUID groupId) {
        counts.lock(groupId);
    }

    /** @return how many more; 0 or less for none */
    public int roomOfInviter(String inviterId, boolean batch, Instant now) {
        return ofInviter(batch).stream()
                .filter(Window::isLimited)
                .mapToInt(window -> window.limit() - counts.ofInviter(inviterId, batch, window.beginning(now)))
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    /** @return how many more; 0 or less for none */
    public int roomOfGroup(UUID groupId, Instant now) {
        Window window = ofGroup();
        return window.isLimited() ? window.limit() - counts.ofGroup(groupId, window.beginning(now)) : Integer.MAX_VALUE;
    }

    /** When the inviter has room again; that moment, if she has. */
    public Instant inviterFree(String inviterId, boolean batch, Instant now) {
        return inviterFree(inviterId, batch, 1, now);
    }

    /** When the inviter has room for so many; that moment, if she has. */
    public Instant inviterFree(String inviterId, boolean batch, int people, Instant now) {
        return ofInviter(batch).stream()
                .filter(Window::isLimited)
                .flatMap(window ->
                        counts.latestOfInviter(inviterId, batch, Math.max(1, window.limit() + 1 - people)).stream()
                                .map(latest -> latest.plus(window.length())))
                .filter(now::isBefore)
                .max(Instant::compareTo)
                .orElse(now);
    }

    /** As {@link #inviterFree}. */
    public Instant groupFree(UUID groupId, Instant now) {
        Window window = ofGroup();
        return counts.latestOfGroup(groupId, window.limit())
                .map(latest -> latest.plus(window.length()))
                .filter(now::isBefore)
                .orElse(now);
    }

    private List<Window> ofInviter(boolean batch) {
        return batch
                ? List.of(Window.ofDay(limits.batchRecipientsPerDay()))
                : List.of(Window.ofHour(limits.invitationsPerHour()), Window.ofDay(limits.invitationsPerDay()));
    }

    private Window ofGroup() {
        return Window.ofDay(limits.groupInvitationsPerDay());
    }
}
