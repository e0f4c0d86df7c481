package org.convoke.events;

/** Something that has happened in the service that owns the aggregate; told once, in the past tense. */
public sealed interface DomainEvent permits GroupEvent, InvitationEvent, BatchEvent, PersonEvent, MembershipState {}
