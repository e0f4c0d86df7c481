/** Bans over REST. */
@NullMarked
package org.convoke.groups.ban.api;

import org.jspecify.annotations.NullMarked;
