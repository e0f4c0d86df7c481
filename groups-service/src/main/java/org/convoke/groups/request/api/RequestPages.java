package org.convoke.groups.request.api;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.convoke.doors.Cursors;
import org.convoke.doors.Page;
import org.convoke.doors.PageQuery;
import org.convoke.groups.request.JoinRequest;
import org.convoke.groups.request.JoinRequests.Part;
import org.convoke.groups.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/** Lists of requests in pages; a cursor goes on in the order in which its list began. */
final class RequestPages {

    private static final Cursors OPEN = new Cursors("open-join-requests", 1);
    private static final Cursors HISTORY = new Cursors("join-requests", 1);

    private RequestPages() {}

    static Page<JoinRequestView> page(
            @Nullable RequestStatus status, PageQuery page, Function<Part, List<JoinRequest>> read) {
        Cursors cursors = status == RequestStatus.PENDING ? OPEN : HISTORY;
        Part part = new Part(status, page.after(cursors, place -> UUID.fromString(place.getFirst())), page.rows());
        return page.page(
                read.apply(part), cursors, request -> List.of(request.id().toString()), JoinRequestView::of);
    }
}
