/** How much may be invited in a time, counted in people, exactly, however many instances count at once. */
@NullMarked
package org.convoke.invitations.quota;

import org.jspecify.annotations.NullMarked;
