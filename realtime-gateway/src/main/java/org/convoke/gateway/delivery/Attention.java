package org.convoke.gateway.delivery;

import java.util.UUID;

/** How much an entry of an inbox asks of the person; what she has said about the group decides whether she is asked. */
sealed interface Attention {

    /** As {@code append.lua} has it. */
    String argument();

    /** Nothing. */
    record None() implements Attention {
        @Override
        public String argument() {
            return "0";
        }
    }

    /** A notification of what goes on in the group. */
    record Ordinary(UUID groupId) implements Attention {
        @Override
        public String argument() {
            return "N" + groupId;
        }
    }

    /** A notification of something that concerns herself. */
    record Important(UUID groupId) implements Attention {
        @Override
        public String argument() {
            return "I" + groupId;
        }
    }

    /** Told to those who listen now, and no entry at all. */
    record Passing() implements Attention {
        @Override
        public String argument() {
            return "P";
        }
    }
}
