/**
 * Tests that run inside the framework, beside the bundles of the runtime.
 */
package org.daicho.itest;
