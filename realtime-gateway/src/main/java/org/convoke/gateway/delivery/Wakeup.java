package org.convoke.gateway.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;
import org.convoke.gateway.stream.ClientEvent;
import org.convoke.gateway.stream.Cursor;
import org.convoke.gateway.stream.StreamName;
import org.jspecify.annotations.Nullable;

/** What one pod tells another that holds sessions: a hint, never the truth. May get lost, come late or twice. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "k")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Wakeup.Appended.class, name = "e"),
    @JsonSubTypes.Type(value = Wakeup.Joined.class, name = "j"),
    @JsonSubTypes.Type(value = Wakeup.Left.class, name = "l"),
    @JsonSubTypes.Type(value = Wakeup.Erased.class, name = "q"),
    @JsonSubTypes.Type(value = Wakeup.Replaced.class, name = "r"),
    @JsonSubTypes.Type(value = Wakeup.SignedOut.class, name = "o"),
    @JsonSubTypes.Type(value = Wakeup.Passing.class, name = "x"),
    @JsonSubTypes.Type(value = Wakeup.Seen.class, name = "s"),
    @JsonSubTypes.Type(value = Wakeup.Reseated.class, name = "z"),
    @JsonSubTypes.Type(value = Wakeup.Echo.class, name = "p")
})
public sealed interface Wakeup {

    /** The stream has a new entry. */
    record Appended(
            String stream,
            Cursor at,
            ClientEvent event,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String traceparent)
            implements Wakeup {

        public Appended(String stream, Cursor at, ClientEvent event) {
            this(stream, at, event, null);
        }
    }

    /** The person is a member of the group from here on. */
    record Joined(String userId, UUID groupId) implements Wakeup {}

    /** The person is no member of the group any more. */
    record Left(String userId, UUID groupId) implements Wakeup {}

    /** The person wants to be forgotten. */
    record Erased(String userId) implements Wakeup {}

    /** What is said besides the streams. */
    sealed interface Aside extends Wakeup {}

    /** Another session of the same device has taken the place of this one. */
    record Replaced(String userId, String sessionId) implements Aside {}

    /** A login of hers at the provider is over; an empty one stands for all. */
    record SignedOut(String userId, String login, Instant at) implements Aside {}

    /** An event that is in no stream, for all who listen but the person whom it is about. */
    record Passing(String stream, String userId, ClientEvent event) implements Aside {}
    /** Who watches presence has to look again. */
    sealed interface Hint extends Wakeup {

        /** Where the pods are registered that are to have it. */
        String watchersKey();
    }

    /** The person appears otherwise, or to others, than before. */
    record Seen(String userId) implements Hint {
        @Override
        public String watchersKey() {
            return "gw:" + StreamName.inbox(userId).tag() + ":y:" + userId;
        }
    }

    /** Somebody of the group appears otherwise, came or left; an empty {@code userId} means everybody. */
    record Reseated(UUID groupId, String userId) implements Hint {
        @Override
        public String watchersKey() {
            return "gw:" + StreamName.group(groupId).tag() + ":z:" + groupId;
        }
    }

    /** A pod's word to itself, to see that it can be woken. */
    record Echo(long number) implements Aside {}
}
