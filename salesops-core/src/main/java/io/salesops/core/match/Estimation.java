package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.run.Execution;

/** How the candidate pairs of some rows agree, and what follows for records that are one: one fit of a starting model. */
final class Estimation {
    private final CandidatePairs pairs;
    private final Agreement agreement;
    private final RandomPairs random;
    private final ExpectationMaximization search;

    private Estimation(CandidatePairs pairs, Agreement agreement, RandomPairs random, ExpectationMaximization search) {
        this.pairs = pairs;
        this.agreement = agreement;
        this.random = random;
        this.search = search;
    }

    static Estimation of(
            Rows rows,
            MatchModel start,
            ImmutableList<Column> columns,
            ImmutableList<ColumnKind> kinds,
            TrainingOptions options,
            Execution execution) {
        CandidatePairs pairs = CandidatePairs.of(rows, start, columns, options.pairBudget(), execution);
        int[] radix = radix(start);
        Agreement.LevelsFactory factory = () -> new PairLevels(start, columns);
        Agreement agreement = Agreement.of(pairs, factory, radix, execution);
        RandomPairs random = RandomPairs.of(rows, columns, radix, options, factory, execution);
        execution.cancellation().check("learn");
        Places places = new Places(start.comparisons(), columns, kinds, rows.isLink());
        return of(rows, start, agreement, random, places, options.iterations());
    }

    /** Fits a starting model to pairs that were compared. */
    static Estimation of(
            Rows rows, MatchModel start, Agreement agreement, RandomPairs random, Places places, int iterations) {
        int[] radix = radix(start);
        double[][] expected = expected(start, radix);
        ExpectationMaximization search = new ExpectationMaximization(
                rows,
                agreement,
                random,
                new DependenceTree(random, places, expected),
                expected,
                isOrdered(start, radix));
        search.run(iterations);
        return new Estimation(agreement.pairs(), agreement, random, search);
    }

    /** How many levels each comparison has, with that of missing texts. */
    static int[] radix(MatchModel start) {
        return start.comparisons().stream()
                .mapToInt(comparison -> comparison.levels().size() + 1)
                .toArray();
    }

    private static double[][] expected(MatchModel start, int[] radix) {
        double[][] expected = new double[radix.length][];
        for (int c = 0; c < radix.length; c++) {
            expected[c] = new double[radix[c]];
            for (int level = 1; level < radix[c]; level++) {
                expected[c][level] =
                        start.comparisons().get(c).levels().get(level - 1).m();
            }
        }
        return expected;
    }

    /** Crossed texts stand between close and far levels, but may tell more than close ones. */
    private static boolean[][] isOrdered(MatchModel start, int[] radix) {
        boolean[][] isOrdered = new boolean[radix.length][];
        for (int c = 0; c < radix.length; c++) {
            isOrdered[c] = new boolean[radix[c]];
            for (int level = 1; level < radix[c]; level++) {
                String when = start.comparisons().get(c).levels().get(level - 1).when();
                isOrdered[c][level] = !when.equals("swapped") && !when.equals("alone");
            }
        }
        return isOrdered;
    }

    CandidatePairs pairs() {
        return pairs;
    }

    Agreement agreement() {
        return agreement;
    }

    RandomPairs random() {
        return random;
    }

    ExpectationMaximization search() {
        return search;
    }
}
