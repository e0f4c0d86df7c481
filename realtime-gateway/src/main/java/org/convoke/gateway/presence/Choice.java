package org.convoke.gateway.presence;

/** How a person wants to appear while she is here. */
public enum Choice {
    ONLINE,
    AWAY,
    BUSY,
    INVISIBLE
}
