/** The providers behind the doors: strict JSON, bounded bodies, and a problem for whatever goes wrong. */
@NullMarked
package org.convoke.doors.rest;

import org.jspecify.annotations.NullMarked;
