package org.convoke.invitations.invitation.api;

/** A body without fields. */
public record Nothing() {}
