package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchCalibratorTest {
    private static final MatchModel MODEL =
            SalesOpsJson.read("""
                    {"schema": "salesops/match-model/1", "id": "m", "version": "1", "priorMatches": 0.01, "threshold": 3,
                     "comparisons": [
                       {"column": "a", "levels": [
                         {"when": "exact", "m": 0.8, "u": 0.05}, {"when": "otherwise", "m": 0.2, "u": 0.95}]},
                       {"column": "b", "levels": [
                         {"when": "exact", "m": 0.9, "u": 0.01}, {"when": "otherwise", "m": 0.1, "u": 0.99}]}],
                     "blocking": [{"keys": []}]}
                    """, MatchModel.class).orThrow();

    private static Records<String> records() {
        Records.Builder<String> rows = Records.builder("a", "b");
        for (int i = 0; i < 24; i++) {
            rows.add("r" + i, "a" + i % 2, "b" + i % 3);
        }
        return rows.build();
    }

    private static List<LabelledPair<String>> labels(Random random, int count, double matches) {
        List<LabelledPair<String>> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(new LabelledPair<>("r" + i, "r" + (i + 1 + random.nextInt(10)), random.nextDouble() < matches));
        }
        return labels;
    }

    private static double bits(MatchModel calibrated) {
        return logOdds(calibrated) - logOdds(MODEL);
    }

    private static double logOdds(MatchModel model) {
        return Math.log(model.priorMatches() / (1 - model.priorMatches())) / Math.log(2);
    }

    /** The definition, tried at every hundredth of a bit. */
    @ParameterizedTest(name = "{0}: {1} labels, {2} of them matches")
    @CsvSource({"1, 12, 0.5", "2, 12, 0.1", "3, 3, 1", "4, 9, 0", "5, 1, 1"})
    void theShiftIsTheMostLikelyOne(long seed, int count, double matches) {
        List<LabelledPair<String>> labels = labels(new Random(seed), count, matches);
        MatchModel calibrated =
                MatchCalibrator.of(MODEL).calibrate(records(), labels).orThrow();
        Duplicates<String> pairs = Deduplicator.of(MODEL).dedupe(records());
        double best = Double.NEGATIVE_INFINITY;
        double shift = 0;
        for (int hundredths = -3_000; hundredths <= 3_000; hundredths++) {
            double tried = hundredths / 100.0;
            double likelihood = -tried * tried / (2 * MatchCalibrator.EXPECTED_SHIFT * MatchCalibrator.EXPECTED_SHIFT);
            for (LabelledPair<String> label : labels) {
                double odds = Math.pow(
                        2, pairs.compared(label.first(), label.second()).weight() + tried);
                likelihood += Math.log(label.isMatch() ? odds / (1 + odds) : 1 / (1 + odds));
            }
            if (likelihood > best) {
                best = likelihood;
                shift = tried;
            }
        }
        assertThat(bits(calibrated)).isCloseTo(shift, within(0.011));
        assertThat(calibrated.threshold()).isEqualTo(MODEL.threshold());
        assertThat(calibrated.comparisons()).isEqualTo(MODEL.comparisons());
        assertThat(calibrated.note().orElseThrow()).contains("bits, calibrated by");
        assertThat(Deduplicator.check(calibrated)).isEmpty();
    }

    @Test
    void theOrderOfLabelsAndOfTheirRecordsMeansNothing() {
        List<LabelledPair<String>> labels = labels(new Random(8), 12, 0.4);
        MatchModel calibrated =
                MatchCalibrator.of(MODEL).calibrate(records(), labels).orThrow();
        List<LabelledPair<String>> turned = new ArrayList<>();
        labels.forEach(label -> turned.add(new LabelledPair<>(label.second(), label.first(), label.isMatch())));
        turned.addAll(labels.subList(0, 3));
        Collections.shuffle(turned, new Random(1));
        assertThat(MatchCalibrator.of(MODEL).calibrate(records(), turned).orThrow())
                .isEqualTo(calibrated);
    }

    @Test
    void oneMoreMatchAmongTheLabelsNeverLowersThePrior() {
        List<LabelledPair<String>> labels = labels(new Random(9), 12, 0.5);
        double before =
                bits(MatchCalibrator.of(MODEL).calibrate(records(), labels).orThrow());
        for (int i = 0; i < labels.size(); i++) {
            List<LabelledPair<String>> changed = new ArrayList<>(labels);
            changed.set(
                    i, new LabelledPair<>(labels.get(i).first(), labels.get(i).second(), true));
            assertThat(bits(MatchCalibrator.of(MODEL)
                            .calibrate(records(), changed)
                            .orThrow()))
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void labelsThatContradictOrNameNoRecordAreRefusedAndFewAreWarnedOf() {
        MatchCalibrator calibrator = MatchCalibrator.of(MODEL);
        assertThat(calibrator
                        .calibrate(
                                records(),
                                List.of(
                                        new LabelledPair<>("r1", "r2", true),
                                        new LabelledPair<>("r2", "r1", false),
                                        new LabelledPair<>("r3", "r3", true),
                                        new LabelledPair<>("r1", "nobody", true)))
                        .findings())
                .extracting(Finding::code)
                .containsExactly("match.label.contradiction", "match.label.contradiction", "match.label.unknown");
        assertThat(calibrator.calibrate(records(), List.of()).findings())
                .extracting(Finding::code)
                .containsExactly("match.label.few");
        assertThat(bits(calibrator.calibrate(records(), List.of()).orThrow())).isCloseTo(0, within(1e-6));
    }
}
