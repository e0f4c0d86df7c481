/**
 * Socket.IO protocol revision 5: packets, their binary attachments, namespaces and acknowledgements on one Engine.IO
 * connection. What the namespaces are for is the application's.
 *
 * @see <a href="https://github.com/socketio/socket.io-protocol">the protocol</a>
 */
@NullMarked
package org.convoke.gateway.wire.socketio.protocol;

import org.jspecify.annotations.NullMarked;
