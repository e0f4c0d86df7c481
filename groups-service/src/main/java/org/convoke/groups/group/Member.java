package org.convoke.groups.group;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.convoke.groups.person.Person;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** Somebody who belongs to a group. */
@Entity
@Table(name = "members")
@DynamicUpdate
public class Member {

    @EmbeddedId
    private MemberId id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "userId", insertable = false, updatable = false)
    private Person person;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String invitedBy;
    private @Nullable Instant mutedUntil;
    private Instant joinedAt;
    private int revision;

    protected Member() {}

    public Member(Group group, Person person, Role role, @Nullable String invitedBy, Instant joinedAt) {
        this.id = new MemberId(group.id(), person.id());
        this.person = person;
        this.role = role;
        this.invitedBy = invitedBy;
        this.joinedAt = joinedAt;
        this.revision = 1;
    }

    void become(Role other) {
        role = other;
        revision++;
    }

    void mute(@Nullable Instant until) {
        mutedUntil = until;
        revision++;
    }

    public UUID groupId() {
        return id.groupId();
    }

    public String userId() {
        return id.userId();
    }

    public Person person() {
        return person;
    }

    public Role role() {
        return role;
    }

    public @Nullable String invitedBy() {
        return invitedBy;
    }

    public @Nullable Instant mutedUntil() {
        return mutedUntil;
    }

    public Instant joinedAt() {
        return joinedAt;
    }

    /** Counts the changes of role and mute: what a change of them may have to have seen. */
    public int revision() {
        return revision;
    }
}
