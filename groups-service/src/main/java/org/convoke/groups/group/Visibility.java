package org.convoke.groups.group;

/** Who learns of a group: everyone; everyone but not its members and doings; its members only. */
public enum Visibility {
    PUBLIC,
    PRIVATE,
    HIDDEN
}
