/** Being let in, in whichever way, and asking for it: every admission goes through one class. */
@NullMarked
package org.convoke.groups.request;

import org.jspecify.annotations.NullMarked;
