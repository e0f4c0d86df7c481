/**
 * The realtime gateway: turns facts into ordered streams and brings them to whoever is connected. Holds no rule of groups
 * or invitations.
 */
@NullMarked
package org.convoke.gateway;

import org.jspecify.annotations.NullMarked;
