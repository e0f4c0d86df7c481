/** Finding things by the beginnings of the words of their names. */
@NullMarked
package org.convoke.groups.search;

import org.jspecify.annotations.NullMarked;
