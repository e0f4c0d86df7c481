package org.convoke.groups.request;

import org.convoke.groups.group.Member;

/**
 * Somebody is a member now.
 *
 * @param isNew false when she was one already
 */
public record Seated(Member member, boolean isNew) implements Entrance {}
