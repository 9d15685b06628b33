package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.run.Execution;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Precision, recall, F1 and B-cubed of clusters against a truth. Pairs are all pairs within a cluster; a record that is in
 * no cluster is alone. Time is linear in the records.
 *
 * <p>Source of B-cubed: A. Bagga and B. Baldwin, Entity-Based Cross-Document Coreferencing Using the Vector Space Model,
 * 1998.
 */
public final class MatchEvaluator {

    private MatchEvaluator() {}

    /**
     * Evaluates what a run found.
     *
     * @throws FindingsException if a record stands in two clusters of the truth
     */
    public static <I extends Comparable<? super I>> MatchScores evaluate(
            Duplicates<I> found, Iterable<Cluster<I>> truth) {
        return evaluate(found.clusters(), truth);
    }

    /**
     * Evaluates clusters from anywhere.
     *
     * @throws FindingsException if a record stands in two clusters of either side
     */
    public static <I> MatchScores evaluate(Iterable<Cluster<I>> found, Iterable<Cluster<I>> truth) {
        Map<I, Integer> foundOf = numbers(found, "found");
        Map<I, Integer> trueOf = numbers(truth, "truth");
        Set<I> members = new HashSet<>(trueOf.keySet());
        members.addAll(foundOf.keySet());
        Map<Long, Long> both = new HashMap<>();
        Map<Integer, Long> inFound = new HashMap<>();
        Map<Integer, Long> inTrue = new HashMap<>();
        int alone = 0;
        for (I member : members) {
            // A record without a cluster gets a number of its own.
            int f = foundOf.containsKey(member) ? foundOf.get(member) : --alone;
            int t = trueOf.containsKey(member) ? trueOf.get(member) : --alone;
            both.merge(PairList.pack(f, 0) | Integer.toUnsignedLong(t), 1L, Long::sum);
            inFound.merge(f, 1L, Long::sum);
            inTrue.merge(t, 1L, Long::sum);
        }
        long right = pairs(both);
        double[] precision = new double[both.size()];
        double[] recall = new double[both.size()];
        int at = 0;
        for (Map.Entry<Long, Long> cell : both.entrySet()) {
            double shared = cell.getValue();
            precision[at] = shared * shared / inFound.getOrDefault(PairList.first(cell.getKey()), 1L);
            recall[at++] = shared * shared / inTrue.getOrDefault(PairList.second(cell.getKey()), 1L);
        }
        int records = Math.max(1, members.size());
        return new MatchScores(
                Ratio.of(right, pairs(inFound), ImmutableList.of()),
                Ratio.of(right, pairs(inTrue), ImmutableList.of()),
                sum(precision) / records,
                sum(recall) / records);
    }

    /** Returns the figures at every threshold, in the calling thread. */
    public static <I extends Comparable<? super I>> MatchCurve curve(
            Records<I> records, MatchModel model, Iterable<Cluster<I>> truth) {
        return curve(records, model, truth, Execution.here());
    }

    /**
     * Returns the figures at every threshold from that of the model on, from one run: at each, the pairs at or above it are
     * joined, and all pairs of joined records count. It is the figure of {@link #evaluate} without parting what one wrong
     * match joined, so that a point is a floor of what {@link Deduplicator} reaches there. Give the model a low threshold to
     * see what a lower one would do. Time is that of the run, and n log n in the pairs it finds.
     *
     * @throws FindingsException if a record stands in two clusters of the truth, or the model is not sound
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public static <I extends Comparable<? super I>> MatchCurve curve(
            Records<I> records, MatchModel model, Iterable<Cluster<I>> truth, Execution execution) {
        Deduplicator.requireSound(model);
        Map<I, Integer> trueOf = numbers(truth, "truth");
        long truePairs = 0;
        for (Cluster<I> cluster : truth) {
            truePairs += pairs(cluster.members().size());
        }
        int[] clusters = records.ids().stream()
                .mapToInt(id -> trueOf.getOrDefault(id, -1))
                .toArray();
        Comparison comparison = new Comparison(records.rows(), model, execution);
        EqualRecords equal = comparison.equal();
        return new CurveRun(clusters).curve(equal.matches(), equal.weights(), comparison.threshold(), truePairs);
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    /** Smallest first: the same sum for the same figures, whatever order they come in. */
    private static double sum(double[] figures) {
        Arrays.sort(figures);
        double sum = 0;
        for (double figure : figures) {
            sum += figure;
        }
        return sum;
    }

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    }

    private static <I> Map<I, Integer> numbers(Iterable<Cluster<I>> clusters, String side) {
        Map<I, Integer> numbers = new HashMap<>();
        ImmutableList.Builder<Finding> twice = ImmutableList.builder();
        int number = 0;
        for (Cluster<I> cluster : clusters) {
            for (I member : cluster.members()) {
                if (numbers.put(member, number) != null) {
                    twice.add(Finding.error(
                            "match.cluster.twice", member.toString(), member + " stands in two clusters of " + side));
                }
            }
            number++;
        }
        ImmutableList<Finding> findings = twice.build();
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return numbers;
    }
}
