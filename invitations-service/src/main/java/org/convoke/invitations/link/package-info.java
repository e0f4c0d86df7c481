/**
 * Links that admit whoever knows their code. A use is reserved before the seat is asked for and given back when nobody
 * got in by it: a link never admits more than it may, and who is in already uses nothing up.
 */
@NullMarked
package org.convoke.invitations.link;

import org.jspecify.annotations.NullMarked;
