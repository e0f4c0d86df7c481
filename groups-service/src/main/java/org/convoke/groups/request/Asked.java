package org.convoke.groups.request;

/**
 * Somebody's request to join.
 *
 * @param isNew false when she had asked already
 */
public record Asked(JoinRequest request, boolean isNew) implements Entrance {}
