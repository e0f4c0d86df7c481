/**
 * What every REST door of Convoke shares, so that a caller meets one contract: refusals as problems, cursor pages,
 * text rules, and who is calling. The providers behind it are in {@code rest}.
 */
@NullMarked
package org.convoke.doors;

import org.jspecify.annotations.NullMarked;
