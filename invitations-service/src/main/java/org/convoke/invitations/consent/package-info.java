/** From whom a person wants to be invited, and to what. Her word is kept without telling the inviter more than needed. */
@NullMarked
package org.convoke.invitations.consent;

import org.jspecify.annotations.NullMarked;
