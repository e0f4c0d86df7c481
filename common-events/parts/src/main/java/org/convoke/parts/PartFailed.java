package org.convoke.parts;

/** A part did not start, stop or answer; the message is meant for a person and names the part. */
public class PartFailed extends RuntimeException {

    public PartFailed(String message) {
        super(message);
    }

    public PartFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
