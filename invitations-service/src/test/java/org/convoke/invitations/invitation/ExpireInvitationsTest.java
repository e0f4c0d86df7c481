package org.convoke.invitations.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.invitations.AtOnce;
import org.convoke.invitations.Someone;
import org.convoke.invitations.TheDatabase;
import org.convoke.invitations.Told;
import org.convoke.invitations.group.AGroup;
import org.junit.jupiter.api.Test;

/** What has expired is announced once, whoever looks. */
@QuarkusTest
class ExpireInvitationsTest {

    @Inject
    ExpireInvitations expireInvitations;

    private final Someone ann = Someone.called("ann");
    private final AGroup group = ann.founds();

    @Test
    void twoSweepersAnnounceEachOnce() {
        List<String> ids = IntStream.range(0, 20)
                .mapToObj(i -> ann.invited(Someone.called("p"), group))
                .toList();
        String pending = ann.invited(Someone.called("p"), group);
        ids.forEach(TheDatabase::endNow);
        AtOnce.times(2, () -> {
            expireInvitations.expire();
            return null;
        });
        expireInvitations.expire();
        ids.forEach(id -> assertThat(Told.about(id)).containsExactly("InvitationSent", "InvitationExpired"));
        assertThat(Told.about(pending)).containsExactly("InvitationSent");
        ann.reads(ids.getFirst()).body("status", equalTo("EXPIRED"));
    }

    @Test
    void oneThatIsWithheldExpiresUnseen() {
        Someone ben = Someone.called("ben");
        ben.acceptsFrom("NOBODY");
        String id = ann.invited(ben, group);
        TheDatabase.endNow(id);
        expireInvitations.expire();
        assertThat(((InvitationExpired) Told.facts(id).getLast().event()).withheld())
                .isTrue();
    }
}
