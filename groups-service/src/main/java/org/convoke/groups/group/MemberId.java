package org.convoke.groups.group;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** One person in one group. */
@Embeddable
public record MemberId(UUID groupId, String userId) {}
