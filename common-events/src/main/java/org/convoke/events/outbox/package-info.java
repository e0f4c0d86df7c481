/**
 * The transactional outbox: a row inserted by the transaction that changes the state, and one relay per service that
 * sends rows to Kafka, oldest first, and deletes them once acknowledged. Plain JDBC on a passed-in connection.
 */
@NullMarked
package org.convoke.events.outbox;

import org.jspecify.annotations.NullMarked;
