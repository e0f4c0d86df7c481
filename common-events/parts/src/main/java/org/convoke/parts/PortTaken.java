package org.convoke.parts;

/** Another program listens on the port that a part needs. */
final class PortTaken extends PartFailed {

    private static final long serialVersionUID = 1L;

    PortTaken(String part, int port) {
        super(part + " cannot start: port " + port + " is taken by another program");
    }
}
