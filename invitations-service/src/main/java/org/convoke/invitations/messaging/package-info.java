/** What this service hears from Kafka; whom it concerns listens. */
@NullMarked
package org.convoke.invitations.messaging;

import org.jspecify.annotations.NullMarked;
