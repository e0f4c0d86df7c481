package org.convoke.gateway.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.convoke.gateway.Told.someone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.convoke.events.MembershipState;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.gateway.Told;

/** The life of a group of ann's and of her invitation to ben, told by the golden events with ids of its own. */
final class Story {

    private static final Path GOLDEN = Path.of("../common-events/src/test/resources/golden");
    private static final String SUFFIX = ".v1.json";
    private static final List<String> CHAPTERS = List.of(
            "GroupCreated",
            "GroupUpdated",
            "GroupArchived",
            "GroupUnarchived",
            "MemberJoined",
            "MemberRoleChanged",
            "MemberMuted",
            "OwnershipTransferred",
            "MemberRemoved",
            "MemberBanned",
            "MemberUnbanned",
            "MemberJoined",
            "MemberLeft",
            "JoinRequested",
            "JoinRequestApproved",
            "JoinRequestRejected",
            "JoinRequestWithdrawn",
            "InvitationSent",
            "InvitationResent",
            "InvitationAccepted",
            "InvitationDeclined",
            "InvitationCancelled",
            "InvitationExpired",
            "InvitationRevoked",
            "BatchProgressed",
            "BatchCompleted",
            "BatchCancelled");
    private static final Set<String> OF_STRANGERS = Set.of("PersonMet", "PersonErased", "MembershipState");

    final String ann = someone("ann");
    final String ben = someone("ben");
    final String group = Uuids.next().toString();

    private final String stranger = someone("stranger");
    private final String invitation = Uuids.next().toString();
    private final Told told;
    private long seq;

    Story(Told told) {
        this.told = told;
    }

    /** What the services can tell. */
    static Set<String> allEvents() {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.map(each -> each.getFileName().toString().replace(SUFFIX, ""))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the events that were told */
    Set<String> happens() {
        CHAPTERS.forEach(event -> tell(event, Map.of()));
        OF_STRANGERS.forEach(event -> tell(event, Map.of("\"bob\"", quoted(stranger), groupId(), otherGroup())));
        Set<String> all = new HashSet<>(CHAPTERS);
        all.addAll(OF_STRANGERS);
        return all;
    }

    void theGroupIsPublicNoMore() {
        tell("GroupUpdated", Map.of("\"PUBLIC\"", "\"PRIVATE\"", "[ \"description\" ]", "[ \"visibility\" ]"));
    }

    void theGroupIsDeleted() {
        tell("GroupDeleted", Map.of());
    }

    private void tell(String event, Map<String, String> changes) {
        String data = golden(event);
        for (Map.Entry<String, String> change : changes.entrySet()) {
            data = data.replace(change.getKey(), change.getValue());
        }
        String mine = data.replace("\"alice\"", quoted(ann))
                .replace("\"bob\"", quoted(ben))
                .replace(groupId(), group)
                .replace("01890a5d-ac96-7d3f-9a2b-0c5d1e2f3a4b", invitation);
        ProducerRecord<String, byte[]> kafka =
                new ProducerRecord<>(topic(event).topicName(), subject(event), mine.getBytes(UTF_8));
        headers(event).forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        told.send(kafka);
    }

    private Map<String, String> headers(String event) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                Uuids.next().toString(),
                "ce_type",
                "org.convoke." + event + ".v1",
                "ce_source",
                "/test",
                "ce_subject",
                subject(event),
                "ce_time",
                Instant.now().toString(),
                "ce_seq",
                Long.toString(++seq),
                "content-type",
                "application/json");
    }

    private static Topic topic(String event) {
        return switch (event) {
            case String name when name.startsWith("Person") -> Topic.PEOPLE;
            case String name when name.equals("MembershipState") -> Topic.MEMBERSHIPS;
            case String name when name.startsWith("Invitation") || name.startsWith("Batch") -> Topic.INVITATIONS;
            default -> Topic.GROUPS;
        };
    }

    private String subject(String event) {
        return switch (topic(event)) {
            case PEOPLE -> stranger;
            case MEMBERSHIPS -> MembershipState.key(java.util.UUID.fromString(otherGroup()), stranger);
            case INVITATIONS -> invitation;
            case GROUPS, DEAD_LETTERS -> group;
        };
    }

    private static String golden(String event) {
        try {
            return Files.readString(GOLDEN.resolve(event + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String groupId() {
        return "01890a5d-ac96-774b-bcce-b302099a8057";
    }

    private String otherGroup() {
        return invitation;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
