package org.convoke.invitations.consent;

import java.time.Instant;

/** Somebody blocked that, then. */
public record Block(Blocked blocked, Instant createdAt) {}
