/** Socket.IO, for clients of the original: sessions over Engine.IO. */
@NullMarked
package org.convoke.gateway.wire.socketio;

import org.jspecify.annotations.NullMarked;
