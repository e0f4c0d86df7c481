package org.convoke.e2e.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.convoke.events.BatchEvent;
import org.convoke.events.BatchEvent.BatchCancelled;
import org.convoke.events.BatchEvent.BatchCompleted;
import org.convoke.events.BatchEvent.BatchProgressed;

/** What was told of one batch: never less than before, and nothing after its end. */
final class BatchStory {

    private final UUID id;
    private int processed;
    private boolean over;

    BatchStory(UUID id) {
        this.id = id;
    }

    void take(BatchEvent event) {
        assertThat(over).as("batch %s is over before %s", id, event).isFalse();
        assertThat(event.batch().processed())
                .as("%s", event)
                .isBetween(processed, event.batch().total());
        processed = event.batch().processed();
        over = switch (event) {
            case BatchProgressed it -> false;
            case BatchCompleted it -> {
                assertThat(processed).as("%s", event).isEqualTo(it.batch().total());
                yield true;
            }
            case BatchCancelled it -> true;
        };
    }
}
