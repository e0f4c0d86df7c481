/**
 * The facts that services tell each other: sealed event records, their CloudEvents form on Kafka, and the topics they
 * travel on. Contract: one golden JSON per event and version.
 */
@NullMarked
package org.convoke.events;

import org.jspecify.annotations.NullMarked;
