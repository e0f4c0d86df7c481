/** The people who call this service, so far as others have to be told of them. */
@NullMarked
package org.convoke.invitations.person;

import org.jspecify.annotations.NullMarked;
