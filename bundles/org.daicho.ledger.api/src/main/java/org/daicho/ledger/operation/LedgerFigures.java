package org.daicho.ledger.operation;

import java.util.List;
import java.util.Map;

import org.daicho.ledger.LedgerException;

/**
 * What the ledger has counted since it was started.
 *
 * @param writes   how many calls wrote, by {@code enter}, {@code correct}, {@code act} and {@code erase}
 * @param refusals how many calls were refused, by kind
 * @param batches  how many writes the writer took at once
 * @param rules    how long the rules of a module took, in seconds, by module
 */
public record LedgerFigures(Map<String, Long> writes, Map<LedgerException.Kind, Long> refusals, Distribution batches,
        Map<String, Distribution> rules) {

    public LedgerFigures {
        writes = Map.copyOf(writes);
        refusals = Map.copyOf(refusals);
        rules = Map.copyOf(rules);
    }

    /**
     * How values are spread.
     *
     * @param bounds the upper bounds of the classes, inclusive, rising; one more class has no bound
     * @param counts how many values fell into each class
     * @param sum    the sum of the values
     */
    public record Distribution(List<Double> bounds, List<Long> counts, double sum) {

        public Distribution {
            bounds = List.copyOf(bounds);
            counts = List.copyOf(counts);
        }
    }
}
