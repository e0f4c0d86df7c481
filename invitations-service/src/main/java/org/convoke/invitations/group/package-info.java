/** What groups-service decides for us: who may invite whom, and who gets a seat. */
@NullMarked
package org.convoke.invitations.group;

import org.jspecify.annotations.NullMarked;
