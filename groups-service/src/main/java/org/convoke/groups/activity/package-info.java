/** What happened in a group, for its members to see, and who did it, for its admins to check. */
@NullMarked
package org.convoke.groups.activity;

import org.jspecify.annotations.NullMarked;
