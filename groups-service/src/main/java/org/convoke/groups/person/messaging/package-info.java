/** What other services tell of people. */
@NullMarked
package org.convoke.groups.person.messaging;

import org.jspecify.annotations.NullMarked;
