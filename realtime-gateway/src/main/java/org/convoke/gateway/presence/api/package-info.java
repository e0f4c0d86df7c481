/** REST over presence. */
@NullMarked
package org.convoke.gateway.presence.api;

import org.jspecify.annotations.NullMarked;
