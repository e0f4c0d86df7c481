package org.convoke.ledger;

/**
 * A request with an Idempotency-Key.
 *
 * @param fingerprint equal for equal requests
 */
record KeyedRequest(String userId, String key, byte[] fingerprint) {}
