/** Where callers are met. */
@NullMarked
package org.convoke.invitations.person.api;

import org.jspecify.annotations.NullMarked;
