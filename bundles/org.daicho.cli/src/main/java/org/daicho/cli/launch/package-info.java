/**
 * Starting a runtime: its settings, its data folder, and the framework inside this process.
 */
package org.daicho.cli.launch;
