/**
 * Callers that call in turn, and how long each call took: used inside the measured system, in the baseline and over HTTP.
 */
package org.daicho.bench.load;
