package org.convoke.gateway.wire;

/** What a client said makes no sense. */
public final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    public Malformed(String reason) {
        super(reason);
    }

    /** For the client. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
