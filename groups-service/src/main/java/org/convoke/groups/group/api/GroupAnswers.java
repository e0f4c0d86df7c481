package org.convoke.groups.group.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.convoke.groups.api.Tags;
import org.convoke.groups.group.SeenGroup;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** A group with its ETag. */
final class GroupAnswers {

    private GroupAnswers() {}

    static ResponseBuilder<GroupView> of(Status status, SeenGroup seen) {
        return ResponseBuilder.create(status, GroupView.of(seen))
                .header(HttpHeaders.ETAG, Tags.of(seen.group().revision()));
    }

    static RestResponse<GroupView> ok(SeenGroup seen) {
        return of(Status.OK, seen).build();
    }
}
