package org.convoke.groups.membership;

import java.time.Instant;
import java.util.Optional;
import org.convoke.groups.group.Role;
import org.jspecify.annotations.Nullable;

/** What is to be different about a member; what is empty stays. */
public record MemberChange(Optional<Role> role, Optional<Mute> mute) {

    /** @param until null for no mute any more */
    public record Mute(@Nullable Instant until) {}
}
