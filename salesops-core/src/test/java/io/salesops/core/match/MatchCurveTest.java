package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.FindingsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatchCurveTest {
    private static final List<String> LAST = List.of("Doe", "Roe", "Moe", "Poe");
    private static final List<String> FIRST = List.of("Ann", "Bob", "Cat", "Dan");
    private static final MatchModel MODEL = MatchModels.leads().withThreshold(-12);

    private static Records<String> records(Random random, int size) {
        Records.Builder<String> rows = Records.builder("lastName", "firstName", "email", "phone");
        for (int i = 0; i < size; i++) {
            String last = LAST.get(random.nextInt(4));
            String first = FIRST.get(random.nextInt(4));
            rows.add(
                    "r" + i,
                    last,
                    first,
                    random.nextInt(3) == 0 ? null : first + "@" + last + random.nextInt(3) + ".com",
                    random.nextInt(3) == 0 ? null : "555-000" + random.nextInt(5));
        }
        return rows.build();
    }

    private static List<Cluster<String>> truth(Random random, int size) {
        List<List<String>> groups = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int group = random.nextInt(groups.size() + 1);
            if (group == groups.size()) {
                groups.add(new ArrayList<>());
            }
            groups.get(group).add("r" + i);
        }
        return groups.stream()
                .map(group -> Cluster.of(group.toArray(String[]::new)))
                .toList();
    }

    /** Every threshold by hand: pairs at or above it, their components, all pairs within. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void isWhatJoiningAtEachThresholdGives(long seed) {
        Random random = new Random(seed);
        int size = 14;
        Records<String> records = records(random, size);
        List<Cluster<String>> truth = truth(random, size);
        MatchCurve curve = MatchEvaluator.curve(records, MODEL, truth);
        Duplicates<String> pairs = Deduplicator.of(MODEL).dedupe(records);
        assertThat(curve.points()).isNotEmpty();
        double before = Double.NEGATIVE_INFINITY;
        for (MatchCurve.Point point : curve.points()) {
            assertThat(point.threshold()).isGreaterThan(before);
            before = point.threshold();
            int[] component = new int[size];
            for (int i = 0; i < size; i++) {
                component[i] = i;
            }
            for (int a = 0; a < size; a++) {
                for (int b = 0; b < size; b++) {
                    if (a != b
                            && isCompared(records, a, b)
                            && pairs.compared(id(records, a), id(records, b)).weight() >= point.threshold()) {
                        relabel(component, component[a], component[b]);
                    }
                }
            }
            long joined = 0;
            long right = 0;
            long all = 0;
            for (int a = 0; a < size; a++) {
                for (int b = a + 1; b < size; b++) {
                    boolean isTrue = isTrue(truth, id(records, a), id(records, b));
                    boolean isJoined = component[a] == component[b];
                    joined += isJoined ? 1 : 0;
                    right += isJoined && isTrue ? 1 : 0;
                    all += isTrue ? 1 : 0;
                }
            }
            assertThat(point.precision())
                    .isEqualTo(Ratio.of(right, joined, com.google.common.collect.ImmutableList.of()));
            assertThat(point.recall()).isEqualTo(Ratio.of(right, all, com.google.common.collect.ImmutableList.of()));
        }
        double best =
                curve.points().stream().mapToDouble(MatchCurve.Point::f1).max().orElseThrow();
        assertThat(curve.best().orElseThrow().f1()).isEqualTo(best);
    }

    /** Whether a blocking rule selects the pair: by a model that takes all weights, on the two alone. */
    private static boolean isCompared(Records<String> records, int a, int b) {
        Records.Builder<String> two = Records.builder("lastName", "firstName", "email", "phone");
        for (int row : new int[] {a, b}) {
            two.add(
                    id(records, row),
                    records.cell(row, 0),
                    records.cell(row, 1),
                    records.cell(row, 2),
                    records.cell(row, 3));
        }
        return Deduplicator.of(MODEL).dedupe(two.build()).comparedPairs() == 1;
    }

    private static String id(Records<String> records, int row) {
        return records.ids().get(row);
    }

    private static void relabel(int[] component, int from, int to) {
        for (int i = 0; i < component.length; i++) {
            component[i] = component[i] == from ? to : component[i];
        }
    }

    private static boolean isTrue(List<Cluster<String>> truth, String a, String b) {
        return truth.stream().anyMatch(cluster -> cluster.members().containsAll(Set.of(a, b)));
    }

    @Test
    void recallNeverRisesWithTheThresholdAndAPointIsLookedUp() {
        GeneratedCrm crm = new GeneratedCrm(5, 300);
        MatchCurve curve = MatchEvaluator.curve(
                Records.contacts(crm.contacts()), MatchModels.contacts().withThreshold(-10), crm.sameContacts());
        long before = Long.MAX_VALUE;
        Set<Double> thresholds = new HashSet<>();
        for (MatchCurve.Point point : curve.points()) {
            assertThat(numerator(point)).isLessThanOrEqualTo(before);
            before = numerator(point);
            assertThat(thresholds.add(point.threshold())).isTrue();
        }
        assertThat(curve.best().orElseThrow().f1()).isGreaterThan(0.95);
        assertThat(curve.at(1_000)).isEmpty();
        assertThat(curve.at(-1_000)).contains(curve.points().get(0));
    }

    private static long numerator(MatchCurve.Point point) {
        return (long) point.recall().numerator().approximate();
    }

    @Test
    void nothingToCompareHasNoPointAndARecordInTwoClustersIsRefused() {
        Records<String> none = Records.<String>builder("lastName").build();
        assertThat(MatchEvaluator.curve(none, MODEL, List.of()).best()).isEmpty();
        assertThatThrownBy(() -> MatchEvaluator.curve(none, MODEL, List.of(Cluster.of("a", "b"), Cluster.of("b", "c"))))
                .isInstanceOf(FindingsException.class);
    }
}
