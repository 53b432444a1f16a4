/**
 * Asks the component and the JAX-RS runtime what has been declared and does not serve yet.
 */
package org.daicho.operations.internal.pending;
