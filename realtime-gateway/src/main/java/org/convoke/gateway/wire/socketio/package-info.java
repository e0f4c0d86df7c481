/**
 * Socket.IO, for unmodified clients of the original: sessions over Engine.IO in the namespace {@code /}, and recovery.
 * Translates packets, decides nothing.
 */
@NullMarked
package org.convoke.gateway.wire.socketio;

import org.jspecify.annotations.NullMarked;
