/** Export and erasure over REST. */
@NullMarked
package org.convoke.groups.erasure.api;

import org.jspecify.annotations.NullMarked;
