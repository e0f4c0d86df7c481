package org.convoke.invitations.link.api;

/** A body without fields. */
public record Nothing() {}
