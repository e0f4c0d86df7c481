/** Live activity: that a member looks at a group or types in it right now. Passed on from pod to pod and kept nowhere. */
@NullMarked
package org.convoke.gateway.live;

import org.jspecify.annotations.NullMarked;
