package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.text.Normalizer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fits a model to counts of agreement, without the records that were counted. */
final class CountedFit {
    private CountedFit() {}

    static Checked<MatchModel> of(
            MatchModel start,
            AgreementCounts candidates,
            AgreementCounts sample,
            long records,
            TrainingOptions options) {
        checkArgument(records >= 2, "records must be at least 2: %s", records);
        checkArgument(records <= Integer.MAX_VALUE, "records must be at most %s: %s", Integer.MAX_VALUE, records);
        ImmutableList<Finding> findings = check(start, candidates, sample);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(findings);
        }
        int[] radix = Estimation.radix(start);
        Rows rows = new Counted((int) records);
        RandomPairs random = RandomPairs.of(sample, (double) rows.pairs(), radix);
        Places places = new Places(
                start.comparisons(),
                IntStream.range(0, radix.length)
                        .mapToDouble(comparison -> information(random, comparison, radix[comparison]))
                        .toArray(),
                start.comparisons().stream().map(CountedFit::kind).collect(ImmutableList.toImmutableList()),
                false);
        Estimation fit =
                Estimation.of(rows, start, Agreement.of(candidates, radix), random, places, options.iterations());
        return Checked.of(MatchTrainer.learned(start, fit.search(), fit.search().logOdds()), findings);
    }

    private static ImmutableList<Finding> check(MatchModel start, AgreementCounts candidates, AgreementCounts sample) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        findings.addAll(ModelCheck.of(start));
        double patterns = Arrays.stream(Estimation.radix(start))
                .mapToDouble(count -> count)
                .reduce(1, (product, count) -> product * count);
        if (patterns >= Long.MAX_VALUE) {
            findings.add(Finding.error(
                            "match.counts.patterns",
                            "/comparisons",
                            start.comparisons().size() + " comparisons have more patterns than can be counted")
                    .maybe("Maybe leave out columns that do not identify."));
        }
        patterns(start, candidates, "/candidates", findings);
        patterns(start, sample, "/sample", findings);
        if (sample.total() == 0) {
            findings.add(Finding.error("match.counts.none", "/sample", "no random pair was counted")
                    .maybe("Maybe count all pairs of a thousand records."));
        }
        return findings.build();
    }

    private static void patterns(
            MatchModel start, AgreementCounts counts, String path, ImmutableList.Builder<Finding> findings) {
        int[] radix = Estimation.radix(start);
        counts.pairs().forEach((pattern, pairs) -> {
            int[] levels = AgreementCounts.levels(pattern);
            boolean isKnown = levels.length == radix.length
                    && IntStream.range(0, radix.length).allMatch(comparison -> levels[comparison] < radix[comparison]);
            if (!isKnown || pairs < 0) {
                findings.add(Finding.error(
                                "match.counts.pattern",
                                path + "/" + pattern,
                                "'" + pattern + "' of " + pairs + " pairs is no pattern of "
                                        + Arrays.stream(radix)
                                                .map(count -> count - 1)
                                                .boxed()
                                                .toList() + " levels")
                        .maybe("Maybe it was counted under another model."));
            }
        });
    }

    /** As {@link ModelProposal#information}, from how many pairs have both texts. */
    private static double information(RandomPairs random, int comparison, int levels) {
        double pairs = 0;
        for (int level = 1; level < levels; level++) {
            pairs += random.single(comparison, level);
        }
        double filled = (1 + StrictMath.sqrt(1 + 8 * pairs)) / 2;
        return filled * filled * -StrictMath.log((random.single(comparison, 1) + 1) / (pairs + 2));
    }

    /** The kind of column that is compared like this, as far as its normaliser tells. */
    static ColumnKind kind(FieldComparison comparison) {
        ImmutableList<Normalizer> normalize = comparison.normalize();
        if (normalize.size() == 1 && normalize.get(0).equals(Normalizer.NUMBERS)) {
            return ColumnKind.NUMBERS;
        }
        boolean isText =
                comparison.levels().stream().anyMatch(level -> level.when().startsWith("similar"));
        if (isText) {
            return ColumnKind.TEXT;
        }
        return Arrays.stream(ColumnKind.values())
                .filter(kind -> normalize.contains(kind.normalizer()))
                .findFirst()
                .orElse(ColumnKind.NAME);
    }

    /** Records of which only the number is known. */
    private record Counted(int size) implements Rows {
        @Override
        public ImmutableList<String> columns() {
            return ImmutableList.of();
        }

        @Override
        public @Nullable String cell(int row, int column) {
            return null; // there are no columns
        }

        @Override
        public String label(int row) {
            return "record " + (row + 1);
        }
    }
}
