/**
 * The web client, as its build left it: files, what the page has to be told, and what browsers may let it do. The page
 * itself is in {@code src/main/webui}.
 */
@NullMarked
package org.convoke.gateway.web;

import org.jspecify.annotations.NullMarked;
