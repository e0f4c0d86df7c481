/** Groups and their members: one aggregate, guarded by the lock of the group's row and told in one sequence. */
@NullMarked
package org.convoke.groups.group;

import org.jspecify.annotations.NullMarked;
