package org.convoke.gateway.inbox;

/** How many notifications were not looked at yet, and how many not dealt with. */
public record Counts(int unseen, int unread) {}
