/** What the wires have in common: how much a client may say, and how many may come at once. */
@NullMarked
package org.convoke.gateway.wire;

import org.jspecify.annotations.NullMarked;
