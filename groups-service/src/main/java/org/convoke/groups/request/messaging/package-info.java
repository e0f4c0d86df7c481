/** What invitations-service tells, as far as it crosses with requests to join. */
@NullMarked
package org.convoke.groups.request.messaging;

import org.jspecify.annotations.NullMarked;
