/** Requests to join over REST. */
@NullMarked
package org.convoke.groups.request.api;

import org.jspecify.annotations.NullMarked;
