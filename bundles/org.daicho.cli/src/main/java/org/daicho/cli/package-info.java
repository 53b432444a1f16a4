/**
 * What {@code ./daicho} runs: one class for each command. It stands beside the framework on the class path and is no
 * bundle of a runtime.
 */
package org.daicho.cli;
