package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.run.Execution;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Forms clusters of pairs that were scored elsewhere, as {@link Deduplicator} forms them: for an engine that compares on many
 * machines with a {@link PairScorer}.
 *
 * <p>Clusters never reach beyond the records that pairs connect. So an engine finds the connected components, with
 * {@link #connected} or with its own, and calls {@link #cluster} for each on any machine: together that is the result of one
 * call for all. Records that are equal in all that is compared belong to one component, even where they share no block that
 * was compared. Immutable and thread-safe.
 */
public final class PairClusterer {
    private final PairScorer scorer;

    private PairClusterer(PairScorer scorer) {
        this.scorer = scorer;
    }

    /** Obtains the clusterer of a scorer, whose model weighs the pairs that no block compared. */
    public static PairClusterer of(PairScorer scorer) {
        return new PairClusterer(scorer);
    }

    /**
     * Joins whatever pairs connect, by representative; the smallest id represents and members are ascending. The order of
     * the pairs, and of the two ids of one, says nothing. Time is that of sorting the pairs.
     */
    public static <I extends Comparable<? super I>> ImmutableList<Cluster<I>> connected(Iterable<ScoredPair<I>> pairs) {
        TreeSet<I> known = new TreeSet<>();
        pairs.forEach(pair -> {
            known.add(pair.first());
            known.add(pair.second());
        });
        ImmutableList<I> ids = ImmutableList.copyOf(known);
        UnionFind joined = new UnionFind(ids.size());
        pairs.forEach(pair -> joined.union(
                Collections.binarySearch(ids, pair.first()), Collections.binarySearch(ids, pair.second())));
        return joined.sets().stream()
                .map(members -> members.stream().map(ids::get).collect(ImmutableList.toImmutableList()))
                .map(members -> new Cluster<>(members.get(0), members))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Forms the clusters of matches, by representative: what they connect, parted where its members do not agree on the
     * whole. Where these are all matches of the blocks and all records, the clusters are those of {@link Deduplicator}. Pairs
     * below the threshold of the model are no matches and are passed over; of a pair that is given twice the higher weight
     * counts.
     *
     * <p>Time is square in the records of a component, of which larger ones than 400 are cut first.
     *
     * @param matches the matches, in any order
     * @param records their records, and any that may be equal to one of them
     * @throws IllegalArgumentException if the record of a match is not given
     */
    public <I extends Comparable<? super I>> ImmutableList<Cluster<I>> cluster(
            Iterable<ScoredPair<I>> matches, Map<I, MatchRecord> records) {
        ImmutableSortedMap<I, MatchRecord> sorted = ImmutableSortedMap.copyOf(records);
        ImmutableList<I> ids = sorted.keySet().asList();
        int threshold = Bits.ofBits(scorer.threshold());
        TreeMap<Long, Integer> weights = new TreeMap<>();
        for (ScoredPair<I> match : matches) {
            int first = number(ids, match.first());
            int second = number(ids, match.second());
            int weight = Bits.ofBits(match.weight());
            if (weight >= threshold && first != second) {
                weights.merge(PairList.pack(Math.min(first, second), Math.max(first, second)), weight, Math::max);
            }
        }
        ScoredRows rows = scorer.rows(sorted.values().asList());
        EqualRecords equal = rows.equal(
                threshold,
                weights.keySet().stream().mapToLong(Long::longValue).toArray(),
                weights.values().stream().mapToInt(Integer::intValue).toArray());
        return Clusters.of(equal, threshold, rows::weigher, Execution.here()).ofIds(ids);
    }

    private static <I extends Comparable<? super I>> int number(ImmutableList<I> ids, I id) {
        int number = Collections.binarySearch(ids, id);
        checkArgument(number >= 0, "a match names %s, of which no record is given", id);
        return number;
    }
}
