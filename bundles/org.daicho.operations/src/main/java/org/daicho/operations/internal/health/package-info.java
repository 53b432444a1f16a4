/**
 * Whether the system is well: Felix health checks, and who may read what of them.
 */
package org.daicho.operations.internal.health;
