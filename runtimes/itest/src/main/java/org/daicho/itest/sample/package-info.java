/**
 * Modules for tests of hot-adding: jars made while a test runs, good ones and all kinds of bad ones.
 */
package org.daicho.itest.sample;
