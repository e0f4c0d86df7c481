/** The groups service: groups, who belongs to them, and the people who may. It alone writes membership. */
@NullMarked
package org.convoke.groups;

import org.jspecify.annotations.NullMarked;
