package org.convoke.groups.membership.api;

import org.convoke.groups.membership.Seated;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** 201 for a new member, 200 for one who was there. */
final class Answers {

    private Answers() {}

    static RestResponse<MemberView> of(Seated seated) {
        return RestResponse.status(seated.isNew() ? Status.CREATED : Status.OK, MemberView.of(seated.member()));
    }
}
