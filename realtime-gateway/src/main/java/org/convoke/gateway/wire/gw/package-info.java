/** The protocol gw.v1: JSON frames on WebSockets Next. Translates frames, decides nothing. */
@NullMarked
package org.convoke.gateway.wire.gw;

import org.jspecify.annotations.NullMarked;
