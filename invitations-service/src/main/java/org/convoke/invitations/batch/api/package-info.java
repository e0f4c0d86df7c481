/** The REST door of batches. */
@NullMarked
package org.convoke.invitations.batch.api;

import org.jspecify.annotations.NullMarked;
