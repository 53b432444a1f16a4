/**
 * The jars that modules can be added from, and what a jar would bring, read without running any of it.
 */
package org.daicho.cli.catalogue;
