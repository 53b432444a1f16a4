/**
 * Which bundles a module needs, for whoever assembles a distribution and whoever adds a module to a running one: the
 * catalogue's index, one reading of requirements, and words for what lacks.
 */
package org.daicho.resolver;
