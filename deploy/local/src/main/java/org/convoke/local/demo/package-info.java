/** The story of an invitation, told through the public REST APIs and the WebSocket alone. */
package org.convoke.local.demo;
