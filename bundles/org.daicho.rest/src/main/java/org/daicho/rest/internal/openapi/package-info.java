/**
 * Describes what is live now as OpenAPI: the ledgers from their definitions, everything else from the resources on the
 * whiteboard.
 */
package org.daicho.rest.internal.openapi;
