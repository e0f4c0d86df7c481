/**
 * Who is here, as those may know it who share a group or a pending invitation with her.
 *
 * <p><b>In Redis</b>, each kind of key behind the tag of the shard of the person's inbox or of the group's stream, so that
 * one script never touches two shards ({@code presence.lua}, {@code roster.lua}, {@code append.lua}):
 *
 * <ul>
 *   <li>{@code a:<user>}, her record: one field a session (which holder, which device, away or not, since when it is
 *       over), the state she chose, how she was last announced, when she was last seen. Written when a session comes,
 *       goes or falls idle, never just because time passes. What is announced is decided by the script that writes the
 *       record, so that however many pods look, one of them gets the change to announce.
 *   <li>{@code t:<holder>}, the people in whose records a holder stands; what a dead one leaves is found by it.
 *   <li>{@code y:<user>} and {@code z:<group>}, the pods that watch a person or a group; only they are woken.
 *   <li>{@code v:<user>}, with whom she has pending invitations. Changed by the facts of invitations themselves, in the
 *       script call that applies each once and in the order of its partition ({@code append.lua}), in both persons'
 *       shards; each entry carries the invitation's own end, so that a late fact shows nobody for longer. Withheld
 *       invitations are not in it.
 *   <li>{@code k:leases}, in one shard, the <em>holders</em> and how long they live: a pod holds sessions under an id with
 *       its boot and a number that grows when its lease has ended. A holder whose lease has ended never comes back: a pod
 *       that was frozen registers its sessions anew, and whoever clears the old holder cannot hit them.
 * </ul>
 *
 * <p>A session that ends counts for a grace; a pod's timer then settles the record, and the one who clears after a dead
 * pod does what that pod's timers would have done. A dead pod's lease takes the place of the grace for the sessions that it
 * could not end.
 *
 * <p>Group members and their seats are those of {@code c:<group>} and {@code g:<user>}, read anew for each change that is
 * told; hints between pods carry no state.
 */
@NullMarked
package org.convoke.gateway.presence;

import org.jspecify.annotations.NullMarked;
