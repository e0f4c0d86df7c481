/**
 * The real parts of the system as programs, without Docker: PostgreSQL, Redis, Kafka, and an OIDC issuer.
 *
 * <p>A part is its folder: whoever holds the folder, in whatever class loader or process, controls the part.
 */
@NullMarked
package org.convoke.parts;

import org.jspecify.annotations.NullMarked;
