/**
 * Tells when the whole system serves.
 */
package org.daicho.operations.internal.readiness;
