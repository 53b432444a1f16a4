/**
 * {@code ./daicho bench}: a table of what the built system does, each figure beside a baseline of the same run.
 */
package org.daicho.bench;
