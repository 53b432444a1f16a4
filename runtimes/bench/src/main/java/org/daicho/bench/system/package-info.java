/**
 * The measured system and the baseline as processes of their own, and HTTP to them.
 */
package org.daicho.bench.system;
