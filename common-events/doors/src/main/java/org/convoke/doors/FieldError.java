package org.convoke.doors;

/** One field of a request that breaks a rule, under its plain name, and the rule. */
public record FieldError(String field, String message) {}
