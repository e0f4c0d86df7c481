/** REST over notifications and over the events of a person's streams. */
@NullMarked
package org.convoke.gateway.inbox.api;

import org.jspecify.annotations.NullMarked;
