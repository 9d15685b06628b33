package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Learns a match model from records without labels: comparisons and blocking rules from the columns, u from random pairs,
 * m and the share of matches by expectation maximisation over agreement patterns.
 *
 * <p>Columns are known by their names (name, website, phone, street, postalCode, city, firstName, lastName, email ...); any
 * other column is compared as text. The result depends neither on the order of the records nor on the execution. Time is
 * linear in records, random pairs and blocked pairs. Immutable and thread-safe.
 *
 * <p>Sources: Fellegi and Sunter, 1969; W. E. Winkler, Using the EM Algorithm for Weight Computation in the
 * Fellegi-Sunter Model of Record Linkage, 1988.
 */
public final class MatchTrainer {
    /** Digits of the probabilities of a model. */
    private static final MathContext DIGITS = new MathContext(9);
    /** In a sound model records that are one agree, exactly or closely, in most of the columns that both have. */
    private static final double LEAST_AGREEMENT = 0.5;

    private final TrainingOptions options;

    private MatchTrainer(TrainingOptions options) {
        this.options = options;
    }

    /** Obtains the trainer with standard options. */
    public static MatchTrainer standard() {
        return of(TrainingOptions.standard());
    }

    /** Obtains the trainer with options. */
    public static MatchTrainer of(TrainingOptions options) {
        return new MatchTrainer(options);
    }

    /** Learns a model in the calling thread. */
    public <I extends Comparable<? super I>> TrainedModel train(Records<I> records) {
        return train(records, Execution.here());
    }

    /**
     * Learns a model. There is always one: where too little can be learned, m stays as expected of columns of their kind,
     * and a finding says so.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>> TrainedModel train(Records<I> records, Execution execution) {
        return new Run(records, execution).train();
    }

    private final class Run {
        private final Records<?> records;
        private final Execution execution;
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final MatchModel start;
        private final ImmutableList<Column> columns;
        private final int[] radix;

        Run(Records<?> records, Execution execution) {
            this.records = records;
            this.execution = execution;
            ModelProposal proposal = new ModelProposal(records, options);
            this.start = proposal.model();
            this.columns = proposal.columns();
            findings.addAll(proposal.findings());
            this.radix = start.comparisons().stream()
                    .mapToInt(comparison -> comparison.levels().size() + 1)
                    .toArray();
        }

        TrainedModel train() {
            Blocks blocks = Blocks.of(records, start, columns, options.pairBudget());
            PatternCounts patterns = new PatternCounts(radix);
            long[] pairsByRule = count(blocks, patterns);
            double[][] random = randomPairs();
            ExpectationMaximization search = search(patterns, random, true);
            if (collapsed(search)) {
                findings.add(Finding.warning(
                                "match.training.fixed",
                                "",
                                "agreement of matches could not be learned from " + patterns.total()
                                        + " pairs; it stays as expected of columns of their kind")
                        .maybe("Maybe there are too few records or duplicates."));
                search = search(patterns, random, false);
            }
            ImmutableList.Builder<TrainedModel.RulePairs> byRule = ImmutableList.builder();
            for (int rule = 0; rule < pairsByRule.length; rule++) {
                byRule.add(new TrainedModel.RulePairs(start.blocking().get(rule), pairsByRule[rule]));
            }
            return TrainedModel.builder()
                    .model(model(search))
                    .expectedPairs(Math.round(search.matches()))
                    .pairsByRule(byRule.build())
                    .findings(findings.build())
                    .omitted(blocks.omitted())
                    .computedFrom(provenance())
                    .build();
        }

        private long[] count(Blocks blocks, PatternCounts patterns) {
            int[] parts = blocks.parts();
            List<Counted> counted = Parallel.run(execution, "count", parts.length - 1, part -> {
                PairWeigher weigher = new PairWeigher(records, start, columns);
                PatternCounts counts = new PatternCounts(radix);
                int[] levels = new int[radix.length];
                long[] pairs = blocks.forEachPair(parts[part], parts[part + 1], (first, second) -> {
                    weigher.levels(first, second, levels);
                    counts.add(counts.pattern(levels), 1);
                });
                return new Counted(counts, pairs);
            });
            long[] pairsByRule = new long[blocks.rules().size()];
            for (Counted part : counted) {
                patterns.addAll(part.counts);
                Arrays.setAll(pairsByRule, rule -> pairsByRule[rule] + part.pairs[rule]);
            }
            return pairsByRule;
        }

        /** How many of all pairs have each level: exact ones counted, the others in the proportions of random pairs. */
        private double[][] randomPairs() {
            long[][] sample = sample();
            double[][] all = new double[radix.length][];
            for (int c = 0; c < radix.length; c++) {
                Column column = columns.get(c);
                double exact = column.equalPairs();
                double compared = Blocks.pairs(column.filled());
                long others = 0;
                for (int level = 2; level < radix[c]; level++) {
                    others += sample[c][level];
                }
                all[c] = new double[radix[c]];
                all[c][1] = exact;
                for (int level = 2; level < radix[c]; level++) {
                    double share = others == 0 ? 0 : (double) sample[c][level] / others;
                    all[c][level] = (compared - exact) * share;
                }
            }
            return all;
        }

        private long[][] sample() {
            execution.cancellation().check("sample");
            long[][] sample = new long[radix.length][];
            Arrays.setAll(sample, c -> new long[radix[c]]);
            PairWeigher weigher = new PairWeigher(records, start, columns);
            int[] levels = new int[radix.length];
            if (records.pairs() <= options.randomPairs()) {
                for (int first = 0; first < records.size(); first++) {
                    for (int second = first + 1; second < records.size(); second++) {
                        weigher.levels(first, second, levels);
                        tally(sample, levels);
                    }
                }
                return sample;
            }
            SplittableRandom random = new SplittableRandom(options.seed());
            for (long drawn = 0; drawn < options.randomPairs(); drawn++) {
                int first = random.nextInt(records.size());
                int second = random.nextInt(records.size() - 1);
                second += second >= first ? 1 : 0;
                weigher.levels(first, second, levels);
                tally(sample, levels);
            }
            return sample;
        }

        private ExpectationMaximization search(PatternCounts patterns, double[][] random, boolean learnM) {
            double[][] expected = new double[radix.length][];
            for (int c = 0; c < radix.length; c++) {
                expected[c] = new double[radix[c]];
                for (int level = 1; level < radix[c]; level++) {
                    expected[c][level] =
                            start.comparisons().get(c).levels().get(level - 1).m();
                }
            }
            ExpectationMaximization search =
                    new ExpectationMaximization(patterns, records.size(), random, expected, learnM);
            search.run(options.iterations());
            return search;
        }

        /** Whether the search found another mixture than matches and others, such as records of the same place. */
        private boolean collapsed(ExpectationMaximization search) {
            int agreeing = 0;
            for (int c = 0; c < radix.length; c++) {
                double otherwise = search.m(c, radix[c] - 1);
                agreeing += 1 - otherwise >= LEAST_AGREEMENT ? 1 : 0;
            }
            return 2 * agreeing <= radix.length;
        }

        private MatchModel model(ExpectationMaximization search) {
            ImmutableList.Builder<FieldComparison> comparisons = ImmutableList.builder();
            for (int c = 0; c < radix.length; c++) {
                FieldComparison comparison = start.comparisons().get(c);
                ImmutableList.Builder<ComparisonLevel> levels = ImmutableList.builder();
                for (int level = 1; level < radix[c]; level++) {
                    String when = comparison.levels().get(level - 1).when();
                    levels.add(new ComparisonLevel(when, rounded(search.m(c, level)), rounded(search.u(c, level))));
                }
                comparisons.add(comparison.withLevels(levels.build()));
            }
            boolean all = records.pairs() <= options.compareAllUpTo()
                    || start.blocking().isEmpty();
            ImmutableList<BlockingRule> rules = all
                    ? ImmutableList.<BlockingRule>builder()
                            .addAll(start.blocking())
                            .add(BlockingRule.of())
                            .build()
                    : start.blocking();
            return start.withPriorMatches(rounded(search.prior()))
                    .withComparisons(comparisons.build())
                    .withBlocking(rules);
        }

        private Provenance provenance() {
            Fingerprint fingerprint = Fingerprint.ofText(SalesOpsJson.write(options));
            return Provenance.builder()
                    .engine("MatchTrainer")
                    .putInputs("options", new Provenance.Input(options.modelId(), options.modelVersion(), fingerprint))
                    .putInputs("records", records.input())
                    .build();
        }
    }

    private static void tally(long[][] sample, int[] levels) {
        for (int c = 0; c < levels.length; c++) {
            sample[c][levels[c]]++;
        }
    }

    private static double rounded(double probability) {
        return new BigDecimal(probability).round(DIGITS).doubleValue();
    }

    /** What one part of the blocks gave. */
    private static final class Counted {
        private final PatternCounts counts;
        private final long[] pairs;

        Counted(PatternCounts counts, long[] pairs) {
            this.counts = counts;
            this.pairs = pairs;
        }
    }
}
