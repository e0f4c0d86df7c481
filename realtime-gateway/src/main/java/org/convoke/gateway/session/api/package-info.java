/** What the provider of identities calls. */
@NullMarked
package org.convoke.gateway.session.api;

import org.jspecify.annotations.NullMarked;
