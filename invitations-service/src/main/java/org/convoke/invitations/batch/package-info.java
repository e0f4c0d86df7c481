/**
 * One person invites up to a thousand others at once. A batch is worked in chunks by any instance; each recipient gets
 * one outcome and no second invitation, whoever is killed in between.
 */
@NullMarked
package org.convoke.invitations.batch;

import org.jspecify.annotations.NullMarked;
