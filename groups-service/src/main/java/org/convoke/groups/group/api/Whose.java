package org.convoke.groups.group.api;

/** Whose groups to list, spelled as in the query. */
public enum Whose {
    me
}
