package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/**
 * Learns a match model from records without labels: what each column holds and how it is compared, which pairs are worth
 * comparing, how records that are one agree and how others do, and how many are one.
 *
 * <p>Columns are known by their content, not by their names. The result depends neither on the order of the records nor on
 * the execution. Time is linear in records, random pairs and candidate pairs; memory is about 24 bytes a candidate pair.
 * Immutable and thread-safe.
 *
 * <p>Sources: Fellegi and Sunter, 1969; W. E. Winkler, Using the EM Algorithm for Weight Computation in the
 * Fellegi-Sunter Model of Record Linkage, 1988; for the dependence of columns Chow and Liu, 1968.
 */
public final class MatchTrainer {
    /** Digits of the probabilities of a model. */
    private static final MathContext DIGITS = new MathContext(9);

    /** The smallest probability that a level may have. */
    private static final double LEAST = 1e-12;

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

    /** Learns a model for duplicates within one table, in the calling thread. */
    public TrainedModel train(Records<?> records) {
        return train(records, Execution.here());
    }

    /**
     * Learns a model for duplicates within one table. There is always one: where too little can be learned, m stays as
     * expected of columns of their kind, and a finding says so. Where no column tells records apart, as in an empty table,
     * the model compares nothing; a finding says so, and engines refuse it.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public TrainedModel train(Records<?> records, Execution execution) {
        return new Run(records.rows(), execution, Provenance.builder().putInputs("records", records.input())).train();
    }

    /** Learns a model for linking two tables, in the calling thread. */
    public TrainedModel train(Records<?> first, Records<?> second) {
        return train(first, second, Execution.here());
    }

    /**
     * Learns a model for linking two tables, each of which has no duplicates: a record is one with at most one of the
     * other table. Columns of one name are compared.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public TrainedModel train(Records<?> first, Records<?> second, Execution execution) {
        return new Run(
                        new LinkedRows(first, second),
                        execution,
                        Provenance.builder().putInputs("first", first.input()).putInputs("second", second.input()))
                .train();
    }

    /**
     * Learns m, u, dependences and the prior of a model from counts that were gathered elsewhere, in parts that were merged:
     * {@link PairScorer#count} of each block, and {@link PairScorer#countAll} of samples of the records. What depends on
     * texts (comparisons, keys, term frequencies) stays as it is in the model. Counts of the parts give the model that
     * counts of the whole give. Time is linear in the patterns for each iteration.
     *
     * @param start the model under which the pairs were counted; its m is what is expected
     * @param candidates how the pairs of its blocks agree
     * @param sample how random pairs agree, of blocks or not; some hundred thousand, or all
     * @param records how many records there are
     * @return the model; refused with findings where it is not sound, or a pattern is not one of its comparisons
     * @throws IllegalArgumentException if there are fewer than two records
     */
    public Checked<MatchModel> fit(MatchModel start, AgreementCounts candidates, AgreementCounts sample, long records) {
        return CountedFit.of(start, candidates, sample, records, options);
    }

    private final class Run {
        private static final int FEWEST_PAIRS = 20;
        /** Of so many records the keys of a large table are chosen. */
        private static final int SCOUTED = 40_000;

        private static final int FEWEST_TO_SCOUT = 2;

        private final Rows all;
        private final Rows rows;
        private final Execution execution;
        private final Provenance.Builder provenance;
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final MatchModel start;
        private final ImmutableList<Column> columns;
        private final ImmutableList<ColumnKind> kinds;
        private final boolean isSame;

        Run(Rows all, Execution execution, Provenance.Builder provenance) {
            this.all = all;
            this.rows = SampledRows.of(all, options.records());
            this.execution = execution;
            this.provenance = provenance;
            execution.progress().at("profile", 0, 1);
            ModelProposal proposal = new ModelProposal(rows, all.size(), options, execution);
            this.columns = proposal.columns();
            this.kinds = proposal.kinds();
            this.isSame = proposal.isSame();
            findings.addAll(proposal.findings());
            all.oneSided().keySet().forEach(name -> findings.add(ColumnFindings.oneSided(all, name, "/" + name)));
            if (rows.size() < all.size()) {
                findings.add(Finding.info(
                        "match.training.sample", "", "learned from " + rows.size() + " of " + all.size() + " records"));
            }
            execution.progress().at("profile", 1, 1);
            this.start = withUsefulKeys(proposal.model());
        }

        /** Many keys cost much where records are many: those that find no match of their own are left out. */
        private MatchModel withUsefulKeys(MatchModel proposed) {
            if (isSame || rows.isLink() || rows.size() < FEWEST_TO_SCOUT * SCOUTED || proposed.refineAbove() == 0) {
                return proposed;
            }
            Rows scouted = SampledRows.of(all, SCOUTED);
            ImmutableList<Column> some = PairWeigher.columns(scouted, proposed, execution);
            Estimation fit = Estimation.of(scouted, proposed, some, kinds, options, execution);
            return proposed.withBlocking(KeySelection.of(scouted, all.size(), proposed, some, fit, execution));
        }

        TrainedModel train() {
            if (isSame) {
                return TrainedModel.builder()
                        .model(start)
                        .expectedPairs(0)
                        .findings(findings.build())
                        .omitted(ImmutableList.of())
                        .computedFrom(computedFrom())
                        .build();
            }
            Estimation fit = Estimation.of(rows, start, columns, kinds, options, execution);
            ExpectationMaximization search = fit.search();
            CandidatePairs pairs = fit.pairs();
            execution.cancellation().check("frequencies");
            FrequencyLearner frequencies = new FrequencyLearner(
                    rows, fit.agreement(), columns, search, fit.random().all());
            frequencies.run();
            if (ExpectationMaximization.isSmall(rows)) {
                findings.add(Finding.info(
                        "match.training.small",
                        "",
                        "m is as expected of columns of their kind: " + rows.size()
                                + " records are too few to learn it"));
            }
            if (search.matches() < FEWEST_PAIRS) {
                findings.add(Finding.warning(
                                "match.training.few",
                                "",
                                "only " + Math.round(search.matches()) + " matches are expected among " + pairs.size()
                                        + " pairs; m stays near what is expected of columns of their kind")
                        .maybe("Maybe train on more records, and use the model here."));
            }
            ImmutableList.Builder<TrainedModel.RulePairs> byRule = ImmutableList.builder();
            long[] pairsByRule = pairs.pairsByRule();
            for (int rule = 0; rule < start.blocking().size(); rule++) {
                byRule.add(new TrainedModel.RulePairs(start.blocking().get(rule), pairsByRule[rule]));
            }
            return TrainedModel.builder()
                    .model(model(search, frequencies))
                    .expectedPairs(Math.round(search.matches()))
                    .pairsByRule(byRule.build())
                    .pairsByCuts(Arrays.stream(pairsByRule)
                            .skip(start.blocking().size())
                            .sum())
                    .findings(findings.build())
                    .omitted(pairs.omitted())
                    .computedFrom(computedFrom())
                    .build();
        }

        private Provenance computedFrom() {
            return provenance
                    .engine("MatchTrainer")
                    .putInputs(
                            "options",
                            new Provenance.Input(
                                    options.modelId(),
                                    options.modelVersion(),
                                    Fingerprint.ofText(SalesOpsJson.write(options))))
                    .build();
        }

        private MatchModel model(ExpectationMaximization search, FrequencyLearner frequencies) {
            MatchModel learned = learned(start, search, frequencies.logOdds());
            ImmutableList.Builder<FieldComparison> comparisons = ImmutableList.builder();
            for (int c = 0; c < columns.size(); c++) {
                comparisons.add(learned.comparisons().get(c).withFrequencies(frequencies.frequencies(c)));
            }
            return learned.withComparisons(comparisons.build());
        }
    }

    /** The model with the m, u, dependences and prior that a search found. */
    static MatchModel learned(MatchModel start, ExpectationMaximization search, double logOdds) {
        ImmutableList.Builder<FieldComparison> comparisons = ImmutableList.builder();
        for (int c = 0; c < start.comparisons().size(); c++) {
            FieldComparison comparison = start.comparisons().get(c);
            ImmutableList.Builder<ComparisonLevel> levels = ImmutableList.builder();
            for (int level = 1; level <= comparison.levels().size(); level++) {
                String when = comparison.levels().get(level - 1).when();
                levels.add(new ComparisonLevel(when, rounded(search.m(c, level)), rounded(search.u(c, level))));
            }
            comparisons.add(comparison
                    .withLevels(levels.build())
                    .withGiven(java.util.Optional.ofNullable(given(start, search.tree(), c))));
        }
        double odds = StrictMath.exp(logOdds);
        return start.withPriorMatches(rounded(odds / (1 + odds))).withComparisons(comparisons.build());
    }

    private static @org.jspecify.annotations.Nullable Dependence given(MatchModel start, DependenceTree tree, int c) {
        double[][] table = tree.given(c);
        if (table == null) {
            return null; // depends on none
        }
        ImmutableList.Builder<ImmutableList<Double>> rows = ImmutableList.builder();
        for (int above = 1; above < table.length; above++) {
            ImmutableList.Builder<Double> row = ImmutableList.builder();
            for (int level = 1; level < table[above].length; level++) {
                row.add(rounded(table[above][level]));
            }
            rows.add(row.build());
        }
        return new Dependence(start.comparisons().get(tree.parent(c)).name(), rows.build());
    }

    private static double rounded(double probability) {
        return new BigDecimal(Math.max(LEAST, probability)).round(DIGITS).doubleValue();
    }
}
