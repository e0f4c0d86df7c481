package org.convoke.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.convoke.events.BatchEvent;
import org.convoke.events.BatchSnapshot;
import org.convoke.events.CloudEvents;
import org.convoke.events.DomainEvent;
import org.convoke.events.Fact;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupPreview;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.InvitationEvent;
import org.convoke.events.InvitationEvent.InvitationSent;
import org.convoke.events.InvitationSnapshot;
import org.convoke.events.JoinRequestSnapshot;
import org.convoke.events.MembershipState;
import org.convoke.events.PersonEvent;
import org.convoke.events.Topic;
import org.convoke.events.Uuids;
import org.convoke.events.outbox.RelayProducer;
import org.convoke.parts.RealParts;

/** What the services would tell, said to the real Kafka. */
public final class Told implements AutoCloseable {

    private final Producer<String, byte[]> producer =
            RelayProducer.of(Map.of("bootstrap.servers", RealParts.kafka().bootstrapServers()));

    public RecordMetadata tell(Topic topic, String subject, long seq, DomainEvent event) {
        return tell(topic, fact(subject, seq, event));
    }

    public RecordMetadata tell(Topic topic, Fact<?> fact) {
        ProducerRecord<String, byte[]> kafka =
                new ProducerRecord<>(topic.topicName(), fact.subject(), CloudEvents.data(fact));
        CloudEvents.headers(fact).forEach((name, value) -> kafka.headers().add(name, value.getBytes(UTF_8)));
        return send(kafka);
    }

    public RecordMetadata send(ProducerRecord<String, byte[]> kafka) {
        try {
            return producer.send(kafka).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public GroupSnapshot groupCreated(String owner, String visibility) {
        GroupSnapshot group = aGroup(owner, visibility);
        tell(Topic.GROUPS, group.id().toString(), 1, new GroupCreated(group));
        return group;
    }

    public void joined(GroupSnapshot group, String user, long seq) {
        about(group, seq, new MemberJoined(group.id(), group.name(), user, "MEMBER", null, null, (int) seq));
    }

    public void left(GroupSnapshot group, String user, long seq) {
        about(group, seq, new MemberLeft(group.id(), group.name(), user, (int) seq));
    }

    /** As the compacted topic has it once she is no member any more. */
    public void forgotten(GroupSnapshot group, String user, long seq) {
        tell(Topic.MEMBERSHIPS, fact(MembershipState.key(group.id(), user), seq, null));
    }

    public void about(GroupSnapshot group, long seq, GroupEvent event) {
        tell(Topic.GROUPS, group.id().toString(), seq, event);
    }

    public InvitationSnapshot invited(String inviter, String invitee) {
        return invited(inviter, invitee, "Come and play");
    }

    public InvitationSnapshot invited(String inviter, String invitee, String message) {
        InvitationSnapshot invitation = anInvitation(inviter, invitee, "PENDING", message);
        about(invitation, 1, new InvitationSent(invitation, false));
        return invitation;
    }

    public void about(BatchEvent event, long seq) {
        tell(Topic.INVITATIONS, event.batch().id().toString(), seq, event);
    }

    public void about(PersonEvent event, long seq) {
        tell(Topic.PEOPLE, event.userId(), seq, event);
    }

    public void about(InvitationSnapshot invitation, long seq, InvitationEvent event) {
        tell(Topic.INVITATIONS, invitation.id().toString(), seq, event);
    }

    public static Fact<DomainEvent> fact(String subject, long seq, DomainEvent event) {
        return new Fact<>(Uuids.next(), "/test", subject, seq, Instant.now(), null, event);
    }

    /** So long that its topic may have forgotten all that is as old. */
    public static Fact<DomainEvent> longAgo(Fact<DomainEvent> fact) {
        Instant then = fact.time().minus(Duration.ofDays(30));
        return new Fact<>(fact.id(), fact.source(), fact.subject(), fact.seq(), then, fact.traceparent(), fact.event());
    }

    public static GroupSnapshot aGroup(String owner, String visibility) {
        UUID id = Uuids.next();
        return new GroupSnapshot(
                id, "Chess", "", visibility, "OPEN", "MEMBERS", 5000, 1, false, Map.of(), owner, Instant.now());
    }

    public static InvitationSnapshot anInvitation(String inviter, String invitee, String status) {
        return anInvitation(inviter, invitee, status, "Come and play");
    }

    private static InvitationSnapshot anInvitation(String inviter, String invitee, String status, String message) {
        UUID group = Uuids.next();
        Instant now = Instant.now();
        return new InvitationSnapshot(
                Uuids.next(),
                group,
                new GroupPreview(group, "Chess", "PUBLIC", 1),
                inviter,
                invitee,
                message,
                status,
                null,
                now,
                now.plusSeconds(3600),
                null);
    }

    public static BatchSnapshot aBatch(String inviter, String state, int processed) {
        return new BatchSnapshot(
                Uuids.next(),
                Uuids.next(),
                inviter,
                state,
                10,
                processed,
                processed,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Instant.now());
    }

    public static JoinRequestSnapshot aRequest(GroupSnapshot group, String user, String status, String decidedBy) {
        return new JoinRequestSnapshot(Uuids.next(), group.id(), user, "Please", status, decidedBy, Instant.now());
    }

    /** Somebody whom no other test knows. */
    public static String someone(String name) {
        return name + "-" + UUID.randomUUID();
    }

    @Override
    public void close() {
        producer.close();
    }
}
