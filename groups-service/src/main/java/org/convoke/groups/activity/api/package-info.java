/** The activity feed and the audit over REST. */
@NullMarked
package org.convoke.groups.activity.api;

import org.jspecify.annotations.NullMarked;
