/** The whole system on one machine: starts every part as a process, keeps it alive and ends it. */
@NullMarked
package org.convoke.local;

import org.jspecify.annotations.NullMarked;
