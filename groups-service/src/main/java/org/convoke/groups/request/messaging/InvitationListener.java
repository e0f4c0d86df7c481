package org.convoke.groups.request.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.convoke.events.Fact;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationAccepted;
import org.convoke.events.InvitationEvent.InvitationCancelled;
import org.convoke.events.InvitationEvent.InvitationDeclined;
import org.convoke.events.InvitationEvent.InvitationExpired;
import org.convoke.events.InvitationEvent.InvitationResent;
import org.convoke.events.InvitationEvent.InvitationRevoked;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.groups.pending.PendingInvitations;
import org.convoke.groups.request.CrossInvitation;
import org.convoke.ledger.Hearing;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows which invitations wait for an answer. */
@ApplicationScoped
public class InvitationListener {

    private final Hearing hearing;
    private final PendingInvitations invitations;
    private final CrossInvitation crossInvitation;

    public InvitationListener(Hearing hearing, PendingInvitations invitations, CrossInvitation crossInvitation) {
        this.hearing = hearing;
        this.invitations = invitations;
        this.crossInvitation = crossInvitation;
    }

    @Incoming("invitations")
    @Blocking
    public void hear(ConsumerRecord<String, byte[]> told) {
        hearing.hear(told, this::take);
    }

    private void take(Fact<?> fact) {
        if (fact.event() instanceof InvitationEvent event) {
            take(event);
        }
    }

    private void take(InvitationEvent event) {
        switch (event) {
            case InvitationSent sent -> crossInvitation.cross(sent.invitation(), sent.withheld());
            case InvitationResent resent -> crossInvitation.cross(resent.invitation(), resent.withheld());
            case InvitationAccepted ended -> drop(ended);
            case InvitationDeclined ended -> drop(ended);
            case InvitationCancelled ended -> drop(ended);
            case InvitationExpired ended -> drop(ended);
            case InvitationRevoked ended -> drop(ended);
        }
    }

    private void drop(InvitationEvent ended) {
        invitations.drop(ended.invitation().id());
    }
}
