/** Which invitations wait for an answer, as invitations-service tells: what they let their invitees see and do here. */
@NullMarked
package org.convoke.groups.pending;

import org.jspecify.annotations.NullMarked;
