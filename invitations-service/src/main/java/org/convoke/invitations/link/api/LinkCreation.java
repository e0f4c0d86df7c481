package org.convoke.invitations.link.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import org.convoke.doors.Caller;
import org.convoke.invitations.link.CreateLink;
import org.convoke.invitations.link.LinkSnapshot;
import org.convoke.ledger.Idempotent;
import org.convoke.ledger.Idempotent.Effect;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/**
 * The part of a link's creation that happens once under an Idempotency-Key, in one transaction. Groups-service is asked
 * before it, so that no connection waits for its answer.
 *
 * <p>Under a key the answer, and with it the code, is kept for its creator for 24 hours: she asked to be able to read it
 * again. Without a key only the hash is anywhere.
 */
@ApplicationScoped
class LinkCreation {

    private final CreateLink createLink;
    private final Caller caller;

    LinkCreation(CreateLink createLink, Caller caller) {
        this.createLink = createLink;
        this.caller = caller;
    }

    @Idempotent(Effect.ONE_TRANSACTION)
    RestResponse<LinkSnapshot> once(NewLink body) {
        LinkSnapshot link = createLink.create(body.wantedBy(caller));
        return ResponseBuilder.create(Status.CREATED, link)
                .header(HttpHeaders.LOCATION, LinkResource.PATH + "/" + link.id())
                .build();
    }
}
