package org.convoke.gateway.wire;

import java.util.Optional;
import org.convoke.gateway.session.Hub;

/**
 * What a client signs in with.
 *
 * @param device what it calls itself
 * @param arrival where it goes on
 */
public record Credentials(String token, Optional<String> device, Hub.Arrival arrival) {}
