package org.convoke.groups.request;

/** What came of somebody's wish to be in a group. */
public sealed interface Entrance permits Seated, Asked {}
