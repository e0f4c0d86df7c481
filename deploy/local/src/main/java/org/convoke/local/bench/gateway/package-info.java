/** Measures the gateway beside a server that sends the same and guarantees nothing. */
@NullMarked
package org.convoke.local.bench.gateway;

import org.jspecify.annotations.NullMarked;
