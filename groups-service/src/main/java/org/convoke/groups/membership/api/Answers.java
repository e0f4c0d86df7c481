package org.convoke.groups.membership.api;

import org.convoke.groups.request.Asked;
import org.convoke.groups.request.Entrance;
import org.convoke.groups.request.Seated;
import org.convoke.groups.request.api.JoinRequestView;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** 201 for a new member, 200 for one who was there, 202 for who asks to be one. */
final class Answers {

    private Answers() {}

    static RestResponse<Object> toPerson(Entrance entrance) {
        return switch (entrance) {
            case Seated seated -> seated(seated);
            case Asked asked -> RestResponse.status(Status.ACCEPTED, JoinRequestView.of(asked.request()));
        };
    }

    static RestResponse<Object> toService(Entrance entrance) {
        return switch (entrance) {
            case Seated seated -> seated(seated);
            case Asked asked ->
                RestResponse.status(Status.ACCEPTED, new FiledRequest(JoinRequestView.of(asked.request())));
        };
    }

    private static RestResponse<Object> seated(Seated seated) {
        return RestResponse.status(seated.isNew() ? Status.CREATED : Status.OK, MemberView.of(seated.member()));
    }
}
