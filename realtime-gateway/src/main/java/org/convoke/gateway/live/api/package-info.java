/** Live activity over REST, for clients without a socket. */
@NullMarked
package org.convoke.gateway.live.api;

import org.jspecify.annotations.NullMarked;
