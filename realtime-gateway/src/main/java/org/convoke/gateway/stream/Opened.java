package org.convoke.gateway.stream;

/** What a reader finds when it comes to a stream. */
public sealed interface Opened {

    /** The newest entry. */
    Cursor top();

    Counts counts();

    /** The notifications of an inbox up to its top; zero for other streams. */
    record Counts(int unseen, int unread) {}

    /** It may go on behind {@code from}; the newest entry is at {@code top}. */
    record At(Cursor top, Counts counts, Cursor from) implements Opened {}

    /** The position is none of this stream's history: {@code epoch}, {@code trimmed}, {@code ahead} or {@code fork}. */
    record Reset(Cursor top, Counts counts, String reason) implements Opened {}

    /** Not for this person, or no such stream: there is no difference. */
    record Forbidden() implements Opened {
        @Override
        public Cursor top() {
            throw new IllegalStateException("A forbidden stream has no top");
        }

        @Override
        public Counts counts() {
            throw new IllegalStateException("A forbidden stream has no counts");
        }
    }
}
