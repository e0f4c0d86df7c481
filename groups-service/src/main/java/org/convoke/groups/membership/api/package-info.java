/** Membership over REST: for people, and for invitations-service. */
@NullMarked
package org.convoke.groups.membership.api;

import org.jspecify.annotations.NullMarked;
