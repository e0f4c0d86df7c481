/** The REST door of settings and blocks. */
@NullMarked
package org.convoke.invitations.consent.api;

import org.jspecify.annotations.NullMarked;
