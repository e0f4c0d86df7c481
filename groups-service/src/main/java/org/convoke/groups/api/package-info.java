/** What the REST doors of all capabilities share. */
@NullMarked
package org.convoke.groups.api;

import org.jspecify.annotations.NullMarked;
