/**
 * One person asks another to join a group, and the other accepts, declines or lets it pass. An invitation has exactly one
 * end, and ACCEPTED means that the seat in the group is taken.
 */
@NullMarked
package org.convoke.invitations.invitation;

import org.jspecify.annotations.NullMarked;
