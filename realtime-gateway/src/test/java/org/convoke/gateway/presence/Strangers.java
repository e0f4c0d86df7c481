package org.convoke.gateway.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.convoke.gateway.Told.someone;

import java.time.Duration;
import java.time.Instant;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.PersonEvent.PersonErased;
import org.convoke.gateway.SideBySide.Story;
import org.convoke.gateway.Told;

/** Ann watches ben, who is here; nothing lets her see him yet. */
final class Strangers implements AutoCloseable {

    private final int port;

    private final Told told = new Told();
    private final String ann = someone("ann");
    private final String ben = someone("ben");
    private Watcher watcher;
    private Watcher watched;

    Strangers(int port) {
        this.port = port;
        watched = Watcher.of(port, ben, "phone");
        watched.watch(ben);
        watched.isTold(ben, "ONLINE 1");
        watcher = Watcher.of(port, ann, "desk");
        watcher.watch(ben);
    }

    @Override
    public void close() {
        watcher.close();
        watched.close();
        told.close();
    }

    private void isAStranger() {
        assertThat(watcher.isTold(ben, "OFFLINE 0").has("lastSeen")).isFalse();
    }

    @Story
    void aStrangerLooksLikeSomebodyWhoIsNotThere() {
        isAStranger();
        watched.set("BUSY");
        watched.isTold(ben, "BUSY 1");
        watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
        watcher.watch(ben, "nobody");
        assertThat(watcher.told("nobody").getLast().has("lastSeen")).isFalse();
        assertThat(watcher.told("nobody").getLast().path("state"))
                .isEqualTo(watcher.told(ben).getLast().path("state"));
    }

    @Story
    void aPendingInvitationShowsThemToEachOther() {
        InvitationSnapshot invitation = told.invited(ann, ben);
        watcher.isTold(ben, "ONLINE 1");
        watched.watch(ann);
        watched.isTold(ann, "ONLINE 1");
        told.about(invitation, 2, new InvitationCancelled(invitation, ann, false));
        isAStranger();
        assertThat(watched.isTold(ann, "OFFLINE 0").has("lastSeen")).isFalse();
    }

    @Story
    void anotherInvitationStillShowsThem() {
        InvitationSnapshot one = told.invited(ann, ben);
        told.invited(ben, ann);
        watcher.isTold(ben, "ONLINE 1");
        watched.client().event("invitation:sent", any -> true);
        told.about(one, 2, new InvitationCancelled(one, ann, false));
        watched.client().event("invitation:cancelled", any -> true);
        watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
    }

    @Story
    void aWithheldOrExpiredInvitationShowsNobody() {
        InvitationSnapshot invitation = Told.anInvitation(ann, ben, "PENDING");
        told.about(invitation, 1, new InvitationSent(invitation, true));
        InvitationSnapshot late = expired(Told.anInvitation(ann, ben, "PENDING"));
        told.about(late, 1, new InvitationSent(late, false));
        watched.client().event("invitation:received", any -> true);
        watched.set("BUSY");
        watched.isTold(ben, "BUSY 1");
        watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
        isAStranger();
    }

    @Story
    void whoJoinsIsSeenAndWhoLeavesIsNot() {
        GroupSnapshot group = told.groupCreated(ann, "HIDDEN");
        told.joined(group, ben, 2);
        watcher.isTold(ben, "ONLINE 1");
        told.left(group, ben, 3);
        isAStranger();
    }

    @Story
    void whoIsRemovedSeesNobodyOfTheGroup() {
        GroupSnapshot group = told.groupCreated(ben, "HIDDEN");
        told.joined(group, ann, 2);
        watcher.isTold(ben, "ONLINE 1");
        told.left(group, ann, 3);
        isAStranger();
        watched.set("BUSY");
        watched.isTold(ben, "BUSY 1");
        watcher.isToldNothingMore(ben, Duration.ofSeconds(1));
    }

    @Story
    void aDeletedGroupJoinsNobody() {
        GroupSnapshot group = told.groupCreated(ann, "HIDDEN");
        told.joined(group, ben, 2);
        watcher.isTold(ben, "ONLINE 1");
        told.about(group, 3, new GroupDeleted(group.id(), "Chess", ann));
        watcher.client().event("group:deleted", any -> true);
        watched.set("BUSY");
        isAStranger();
        assertThat(watcher.states(ben)).doesNotContain("BUSY 1");
    }

    @Story
    void whoIsErasedIsGone() {
        told.invited(ann, ben);
        watcher.isTold(ben, "ONLINE 1");
        told.about(new PersonErased(ben), 2);
        isAStranger();
    }

    private static InvitationSnapshot expired(InvitationSnapshot of) {
        return new InvitationSnapshot(
                of.id(),
                of.groupId(),
                of.group(),
                of.inviterId(),
                of.inviteeId(),
                of.message(),
                of.status(),
                of.reason(),
                of.createdAt(),
                Instant.now().minusSeconds(1),
                of.decidedAt());
    }
}
