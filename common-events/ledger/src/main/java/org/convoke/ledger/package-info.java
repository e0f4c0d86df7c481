/**
 * State and event leave together: what a service with a database tells is inserted into the outbox by the transaction
 * that changes its state, and sent to Kafka once that has committed.
 */
@NullMarked
package org.convoke.ledger;

import org.jspecify.annotations.NullMarked;
