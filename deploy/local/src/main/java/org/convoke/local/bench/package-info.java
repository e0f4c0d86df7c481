/** Measures a stack of its own: how much it carries, how soon it answers, and what that costs in processor time. */
@NullMarked
package org.convoke.local.bench;

import org.jspecify.annotations.NullMarked;
