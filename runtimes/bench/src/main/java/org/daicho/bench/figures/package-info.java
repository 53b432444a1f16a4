/**
 * What is measured, each figure beside its baseline of the same run.
 */
package org.daicho.bench.figures;
