package org.convoke.local.demo;

/** Something did not come, or not as it should. */
public final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Unexpected(String what) {
        super(what);
    }

    public Unexpected(String what, Throwable cause) {
        super(what, cause);
    }
}
