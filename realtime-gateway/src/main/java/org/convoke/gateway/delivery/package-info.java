/** From Kafka to the streams of exactly those who may hear of it, and from there a wake-up to the pods that hold their sessions. */
@NullMarked
package org.convoke.gateway.delivery;

import org.jspecify.annotations.NullMarked;
