/** The people directory: everybody who has called once, and whom the host's user sync has told of. */
@NullMarked
package org.convoke.groups.person;

import org.jspecify.annotations.NullMarked;
