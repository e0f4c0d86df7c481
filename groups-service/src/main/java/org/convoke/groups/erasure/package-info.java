/** A person's rights over what is kept here about her: to take it with her and to be forgotten. */
@NullMarked
package org.convoke.groups.erasure;

import org.jspecify.annotations.NullMarked;
