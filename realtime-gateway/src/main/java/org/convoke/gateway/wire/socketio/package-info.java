/** The sessions on Socket.IO, for unmodified clients of the original: the namespace {@code /} and recovery. Translates packets, decides nothing. */
@NullMarked
package org.convoke.gateway.wire.socketio;

import org.jspecify.annotations.NullMarked;
