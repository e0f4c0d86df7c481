/** The directory over REST. */
@NullMarked
package org.convoke.groups.person.api;

import org.jspecify.annotations.NullMarked;
