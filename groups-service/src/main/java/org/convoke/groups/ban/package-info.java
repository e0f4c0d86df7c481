/** Who stays out of a group, by whose decision and until when. */
@NullMarked
package org.convoke.groups.ban;

import org.jspecify.annotations.NullMarked;
