/** Ordered, bounded logs in Redis, spread over 256 shards; positions in them; and the scripts that append and read. */
@NullMarked
package org.convoke.gateway.stream;

import org.jspecify.annotations.NullMarked;
