/**
 * Adds modules to the running system and takes them out again.
 */
package org.daicho.operations.internal.modules;
