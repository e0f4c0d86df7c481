package org.convoke.doors;

import jakarta.ws.rs.WebApplicationException;

/** A part of the request breaks a rule that is seen only while reading it: 400 with the part's name. */
public final class Invalid extends WebApplicationException {

    private static final long serialVersionUID = 1L;

    public Invalid(String field, String message) {
        super(message, Problem.invalid(field, message).response());
    }
}
