/** Invitations: asking for consent, and what became of it. groups-service is asked for every right and every seat. */
@NullMarked
package org.convoke.invitations;

import org.jspecify.annotations.NullMarked;
