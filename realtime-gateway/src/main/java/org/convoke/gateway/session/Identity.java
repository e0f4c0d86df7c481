package org.convoke.gateway.session;

import java.time.Instant;

/** Who a token says one is, and until when. */
public record Identity(String userId, Instant expiresAt) {}
