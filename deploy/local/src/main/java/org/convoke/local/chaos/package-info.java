/**
 * Breaks a running stack and checks that nobody noticed: parts are killed, stopped, flushed and cut off while people go
 * on, and all that was accepted has to be told to all who were to hear of it.
 */
@NullMarked
package org.convoke.local.chaos;

import org.jspecify.annotations.NullMarked;
