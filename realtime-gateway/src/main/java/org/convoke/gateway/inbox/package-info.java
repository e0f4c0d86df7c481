/** A person's notifications: the events of her stream that ask for attention, unseen and unread. */
@NullMarked
package org.convoke.gateway.inbox;

import org.jspecify.annotations.NullMarked;
