/** Groups over REST. */
@NullMarked
package org.convoke.groups.group.api;

import org.jspecify.annotations.NullMarked;
