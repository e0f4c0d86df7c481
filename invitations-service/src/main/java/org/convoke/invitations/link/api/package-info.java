/** The REST door of invitation links. */
@NullMarked
package org.convoke.invitations.link.api;

import org.jspecify.annotations.NullMarked;
