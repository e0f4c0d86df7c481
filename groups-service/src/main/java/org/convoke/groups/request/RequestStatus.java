package org.convoke.groups.request;

/** What has become of a request to join. */
public enum RequestStatus {
    PENDING,
    APPROVED,
    REJECTED,
    WITHDRAWN
}
