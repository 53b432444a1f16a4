/**
 * What runs inside the measured system: callers of the ledger API that need no HTTP.
 */
package org.daicho.bench.inside;
