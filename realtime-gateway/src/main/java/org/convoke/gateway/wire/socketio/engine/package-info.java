/** Engine.IO revision 4: a client behind one session id, whether it polls, holds a WebSocket or goes from one to the other. */
@NullMarked
package org.convoke.gateway.wire.socketio.engine;

import org.jspecify.annotations.NullMarked;
