package org.convoke.gateway.session;

import java.time.Instant;

/**
 * Who a token says one is, and until when.
 *
 * @param login the provider's session in which the token was issued, claim {@code sid}; empty where it says none
 */
public record Identity(String userId, String login, Instant issuedAt, Instant expiresAt) {}
