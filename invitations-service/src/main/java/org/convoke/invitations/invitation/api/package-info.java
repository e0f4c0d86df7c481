/** The REST door of invitations. */
@NullMarked
package org.convoke.invitations.invitation.api;

import org.jspecify.annotations.NullMarked;
