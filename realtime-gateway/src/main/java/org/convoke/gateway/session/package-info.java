/** Connected clients, whatever their wire: what they are subscribed to, how far they are, and who gets what next. */
@NullMarked
package org.convoke.gateway.session;

import org.jspecify.annotations.NullMarked;
