package org.convoke.groups.membership.api;

import org.convoke.groups.request.api.JoinRequestView;

/** Instead of a seat: she has to ask, and now she has. */
public record FiledRequest(JoinRequestView joinRequest) {}
