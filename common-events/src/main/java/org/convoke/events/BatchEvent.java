package org.convoke.events;

import static java.util.Objects.requireNonNull;

/** What invitations-service tells about one batch of invitations; its inviter follows it. */
public sealed interface BatchEvent extends DomainEvent {

    BatchSnapshot batch();

    /** More recipients have their outcome; told at most four times a second. */
    record BatchProgressed(BatchSnapshot batch) implements BatchEvent {
        public BatchProgressed {
            requireNonNull(batch, "batch");
        }
    }

    /** Every recipient has an outcome. */
    record BatchCompleted(BatchSnapshot batch) implements BatchEvent {
        public BatchCompleted {
            requireNonNull(batch, "batch");
        }
    }

    /** The inviter stopped it; recipients without an outcome until then got none. */
    record BatchCancelled(BatchSnapshot batch) implements BatchEvent {
        public BatchCancelled {
            requireNonNull(batch, "batch");
        }
    }
}
