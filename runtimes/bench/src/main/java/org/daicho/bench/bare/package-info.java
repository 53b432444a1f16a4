/**
 * The baseline: the same Derby, opened by the same data source with the same encryption and durability, and the same
 * Jetty, with nothing of Daicho between them.
 */
package org.daicho.bench.bare;
