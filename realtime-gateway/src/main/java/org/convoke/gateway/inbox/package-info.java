/**
 * A person's notifications: the events of her stream that ask for attention, unseen and unread. They are invitations
 * received, answered and ended, the end of a batch, requests to join and what became of one's own, one's removal from a
 * group and another role in it; the audiences of {@code delivery} say which.
 */
@NullMarked
package org.convoke.gateway.inbox;

import org.jspecify.annotations.NullMarked;
