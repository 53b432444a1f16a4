/**
 * {@code ./daicho assemble}: a distribution for one council, made from another distribution.
 */
package org.daicho.cli.assemble;
