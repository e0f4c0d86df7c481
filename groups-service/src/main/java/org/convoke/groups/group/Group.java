package org.convoke.groups.group;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convoke.events.GroupEvent;
import org.convoke.events.GroupEvent.GroupArchived;
import org.convoke.events.GroupEvent.GroupCreated;
import org.convoke.events.GroupEvent.GroupDeleted;
import org.convoke.events.GroupEvent.GroupUnarchived;
import org.convoke.events.GroupEvent.GroupUpdated;
import org.convoke.events.GroupEvent.MemberJoined;
import org.convoke.events.GroupEvent.MemberLeft;
import org.convoke.events.GroupSnapshot;
import org.convoke.events.Uuids;
import org.convoke.groups.Refusal;
import org.convoke.groups.Refused;
import org.convoke.groups.search.Words;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SQLRestriction;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A group of people with so many seats.
 *
 * <p>Its verbs are for whoever holds the lock of its row ({@link Groups#lock}): each takes the next number of the
 * group's sequence and returns the event of that number.
 *
 * <p>A deleted group is not there for any query of groups, nor for {@link Groups#lock}. Its memberships, bans and the
 * like are deleted some time later: whoever asks for those of several groups must join the group.
 */
@Entity
@Table(name = "groups")
@DynamicUpdate
@SQLRestriction("deleted_at is null")
public class Group {

    @Id
    private UUID id;

    private String name;
    private String folded;
    private String description;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Enumerated(EnumType.STRING)
    private JoinPolicy joinPolicy;

    @Enumerated(EnumType.STRING)
    private WhoMayInvite whoMayInvite;

    private int capacity;
    private int memberCount;
    private boolean archived;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, String> metadata;

    private String createdBy;
    private Instant createdAt;
    private int revision;
    private long seq;
    private @Nullable Instant deletedAt;

    protected Group() {}

    /** A new group; the founder's own seat is taken. */
    public Group(GroupSettings settings, String founder, Instant now) {
        id = Uuids.next();
        createdBy = founder;
        createdAt = now;
        memberCount = 1;
        seq = 1;
        apply(settings);
    }

    private void apply(GroupSettings settings) {
        name = settings.name();
        folded = Words.of(name);
        description = settings.description();
        visibility = settings.visibility();
        joinPolicy = settings.joinPolicy();
        whoMayInvite = settings.whoMayInvite();
        capacity = settings.capacity();
        metadata = Map.copyOf(settings.metadata());
        revision++;
    }

    GroupCreated created() {
        return new GroupCreated(snapshot());
    }

    /**
     * @param different what is changed, not empty
     * @throws Refused SEATS_TAKEN
     */
    GroupUpdated change(GroupSettings settings, List<String> different, String actor) {
        if (settings.capacity() < memberCount) {
            throw new Refused(Refusal.SEATS_TAKEN);
        }
        apply(settings);
        seq++;
        return new GroupUpdated(snapshot(), actor, different);
    }

    /** Empty when it is archived already. From here on it is read, left, unarchived and deleted, nothing else. */
    Optional<GroupArchived> archive(String actor) {
        if (archived) {
            return Optional.empty();
        }
        mark(true);
        return Optional.of(new GroupArchived(id, name, actor));
    }

    /** Empty when it is not archived. */
    Optional<GroupUnarchived> unarchive(String actor) {
        if (!archived) {
            return Optional.empty();
        }
        mark(false);
        return Optional.of(new GroupUnarchived(id, name, actor));
    }

    private void mark(boolean isArchived) {
        archived = isArchived;
        revision++;
        seq++;
    }

    GroupDeleted delete(String actor, Instant now) {
        deletedAt = now;
        seq++;
        return new GroupDeleted(id, name, actor);
    }

    /** One member fewer. */
    void lose() {
        memberCount--;
        seq++;
    }

    /** Takes the next number for something that changes nothing of the group itself. */
    void count() {
        seq++;
    }

    /** @throws Refused ARCHIVED */
    public void mustNotBeArchived() {
        if (archived) {
            throw new Refused(Refusal.ARCHIVED);
        }
    }

    /**
     * @param member who is not in yet
     * @param invitationId what brought her in, if it was an invitation
     * @throws Refused ARCHIVED or GROUP_FULL
     */
    public MemberJoined admit(Member member, @Nullable UUID invitationId) {
        mustNotBeArchived();
        if (memberCount >= capacity) {
            throw new Refused(Refusal.GROUP_FULL);
        }
        memberCount++;
        seq++;
        return new MemberJoined(
                id, name, member.userId(), member.role().name(), member.invitedBy(), invitationId, memberCount);
    }

    /** Whether {@link #admit} has a seat to give. */
    public boolean hasASeat() {
        return !archived && memberCount < capacity;
    }

    /** The event of a request to join, which takes the group's next number. */
    public <E extends GroupEvent.OfRequest> E numbered(E event) {
        seq++;
        return event;
    }

    /**
     * @param member who is in
     * @param otherOwners how many owners there are besides
     * @throws Refused LAST_OWNER
     */
    public MemberLeft release(Member member, long otherOwners) {
        if (member.role() == Role.OWNER && otherOwners == 0) {
            throw new Refused(Refusal.LAST_OWNER);
        }
        lose();
        return new MemberLeft(id, name, member.userId(), memberCount);
    }

    /** @param role null for somebody who is no member */
    public boolean isVisibleTo(@Nullable Role role) {
        return role != null || visibility != Visibility.HIDDEN;
    }

    /** Whether members and doings are seen too, not just that there is such a group. */
    public boolean isOpenTo(@Nullable Role role) {
        return role != null || visibility == Visibility.PUBLIC;
    }

    public boolean mayInvite(@Nullable Role role) {
        return role != null && whoMayInvite.includes(role);
    }

    public GroupSettings settings() {
        return new GroupSettings(name, description, visibility, joinPolicy, whoMayInvite, capacity, metadata);
    }

    public GroupSnapshot snapshot() {
        return new GroupSnapshot(
                id,
                name,
                description,
                visibility.name(),
                joinPolicy.name(),
                whoMayInvite.name(),
                capacity,
                memberCount,
                archived,
                metadata,
                createdBy,
                createdAt);
    }

    public JoinPolicy joinPolicy() {
        return joinPolicy;
    }

    String name() {
        return name;
    }

    int memberCount() {
        return memberCount;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes of the settings: what a change of them must have seen. */
    public int revision() {
        return revision;
    }

    long seq() {
        return seq;
    }
}
