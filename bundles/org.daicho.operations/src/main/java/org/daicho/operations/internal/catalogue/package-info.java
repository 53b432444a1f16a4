/**
 * Knows the jars that modules come from, and what they lack in the running system.
 */
package org.daicho.operations.internal.catalogue;
