/** What the REST doors of all capabilities share. */
@NullMarked
package org.convoke.invitations.api;

import org.jspecify.annotations.NullMarked;
