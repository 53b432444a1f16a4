/**
 * Figures of the running system as Prometheus reads them. No label names a person, an entry or what was entered, and none
 * grows without bound.
 */
package org.daicho.operations.internal.metrics;
