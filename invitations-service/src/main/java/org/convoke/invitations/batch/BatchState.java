package org.convoke.invitations.batch;

/** COMPLETED and CANCELLED are never left again. */
public enum BatchState {
    QUEUED,
    RUNNING,
    COMPLETED,
    CANCELLED
}
