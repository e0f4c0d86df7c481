/** Becoming a member and ceasing to be one: of one's own will, or by an invitation that invitations-service vouches for. */
@NullMarked
package org.convoke.groups.membership;

import org.jspecify.annotations.NullMarked;
