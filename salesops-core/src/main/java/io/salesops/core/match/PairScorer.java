package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.primitives.Ints;
import io.salesops.core.explain.Explanation;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A model as pure functions of single records, for an engine that spreads records over machines: the blocking keys of a
 * record, and the weight of two. Both are those of {@link Deduplicator} for the same records.
 *
 * <p>It carries the model; the number of records and the record counts of words ({@link CorpusStatistics}); and, where the
 * model refines large blocks, which blocks are large ({@link BlockSizes}). A run counts the statistics of its parts and
 * merges them, makes the scorer, and where {@link #refines()} counts the sizes of blocks twice: first those of keys, then
 * those of the pairs of keys that cut large blocks. The pair budget is left to the run: {@link BlockSizes#pairs()} says
 * what it will compare at most.
 *
 * <p>Immutable, thread-safe and serialisable: the model travels as JSON.
 */
public final class PairScorer implements Serializable {
    private static final long serialVersionUID = 1;

    private final transient MatchModel model;
    private final transient CorpusStatistics statistics;
    private final transient BlockSizes sizes;
    private final transient ScoredKeys keys;

    private PairScorer(MatchModel model, CorpusStatistics statistics, BlockSizes sizes) {
        this.model = model;
        this.statistics = statistics;
        this.sizes = sizes;
        this.keys = new ScoredKeys(model, statistics.records(), sizes);
    }

    /**
     * Obtains the scorer of a model for records with these statistics.
     *
     * @throws FindingsException with every finding, if the model is not sound
     */
    public static PairScorer of(MatchModel model, CorpusStatistics statistics) {
        Deduplicator.requireSound(model);
        return new PairScorer(model, statistics, BlockSizes.none());
    }

    /** Returns this scorer, knowing the blocks that are too large to be compared as they are. */
    public PairScorer with(BlockSizes counted) {
        Map<String, Long> known = new TreeMap<>(sizes.records());
        counted.above(model.refineAbove()).records().forEach((key, size) -> known.merge(key, size, Math::max));
        return new PairScorer(model, statistics, new BlockSizes(ImmutableSortedMap.copyOf(known)));
    }

    /** Whether keys depend on the sizes of blocks. */
    public boolean refines() {
        return model.refineAbove() > 0;
    }

    /** The weight, in bits, from which a pair is a match. */
    public double threshold() {
        return model.threshold();
    }

    /** The blocking keys of a record, ascending; records that share one are compared. */
    public ImmutableList<Key> keys(MatchRecord record) {
        return keys.of(rows(List.of(record)), 0);
    }

    /** Whether no smaller key than this selects the pair: of all blocks that both are in, one compares them. */
    public boolean owns(Key key, MatchRecord first, MatchRecord second) {
        ScoredRows rows = rows(List.of(first, second));
        return isFirstCommon(key, keys.of(rows, 0), keys.of(rows, 1));
    }

    /** The weight of two records in bits with three decimals; the order of the two is irrelevant. */
    public double weight(MatchRecord first, MatchRecord second) {
        return Bits.toBits(rows(List.of(first, second)).weigher().weight(0, 1));
    }

    /** The waterfall of two records. */
    public Explanation.Sum explain(MatchRecord first, MatchRecord second) {
        return rows(List.of(first, second)).weigher().explain(0, 1, "model " + model.id() + " " + model.version());
    }

    /**
     * The matches of a block that no smaller key selects, by first and second id. Faster than {@link #weight} for each: a
     * record is read once. Time is linear in the pairs of the block.
     */
    public <I extends Comparable<? super I>> ImmutableList<ScoredPair<I>> score(Key key, Map<I, MatchRecord> block) {
        TreeMap<I, MatchRecord> sorted = new TreeMap<>(block);
        ImmutableList<I> ids = ImmutableList.copyOf(sorted.keySet());
        ScoredRows rows = rows(ImmutableList.copyOf(sorted.values()));
        PairWeigher weigher = rows.weigher();
        int threshold = Bits.ofBits(model.threshold());
        ImmutableList.Builder<ScoredPair<I>> pairs = ImmutableList.builder();
        forEachOwned(key, rows, (first, second) -> {
            int weight = weigher.weight(first, second);
            if (weight >= threshold) {
                pairs.add(new ScoredPair<>(ids.get(first), ids.get(second), Bits.toBits(weight)));
            }
        });
        return pairs.build();
    }

    /** How the pairs of a block agree that no smaller key selects. */
    public AgreementCounts count(Key key, Collection<MatchRecord> block) {
        ScoredRows rows = rows(ImmutableList.copyOf(block));
        PatternCounter counter = new PatternCounter(rows);
        forEachOwned(key, rows, counter);
        return counter.counts();
    }

    /**
     * How all pairs of some records agree, whatever keys they share: for a random sample of records, how random pairs do.
     * Time is square in the records.
     */
    public AgreementCounts countAll(Collection<MatchRecord> records) {
        ScoredRows rows = rows(ImmutableList.copyOf(records));
        PatternCounter counter = new PatternCounter(rows);
        for (int first = 0; first < rows.size(); first++) {
            for (int second = first + 1; second < rows.size(); second++) {
                counter.pair(first, second);
            }
        }
        return counter.counts();
    }

    private final class PatternCounter implements RuleBlocks.PairSink {
        private final PairLevels levels;
        private final int[] of = new int[model.comparisons().size()];
        private final Map<String, Long> counts = new TreeMap<>();

        PatternCounter(ScoredRows rows) {
            this.levels = rows.levels();
        }

        @Override
        public void pair(int first, int second) {
            levels.of(first, second, of);
            counts.merge(Ints.join(".", of), 1L, Long::sum);
        }

        AgreementCounts counts() {
            return new AgreementCounts(ImmutableSortedMap.copyOf(counts));
        }
    }

    /** How many of the records have each key. */
    public BlockSizes sizes(Collection<MatchRecord> records) {
        ScoredRows rows = rows(ImmutableList.copyOf(records));
        Map<String, Long> counts = new TreeMap<>();
        for (int record = 0; record < rows.size(); record++) {
            keys.of(rows, record).forEach(key -> counts.merge(BlockSizes.name(key), 1L, Long::sum));
        }
        return new BlockSizes(ImmutableSortedMap.copyOf(counts));
    }

    ScoredRows rows(List<MatchRecord> records) {
        return new ScoredRows(model, statistics, records);
    }

    private void forEachOwned(Key key, ScoredRows rows, RuleBlocks.PairSink sink) {
        List<ImmutableList<Key>> ofRecord = new ArrayList<>();
        for (int record = 0; record < rows.size(); record++) {
            ofRecord.add(keys.of(rows, record));
        }
        for (int first = 0; first < rows.size(); first++) {
            for (int second = first + 1; second < rows.size(); second++) {
                if (isFirstCommon(key, ofRecord.get(first), ofRecord.get(second))) {
                    sink.pair(first, second);
                }
            }
        }
    }

    private static boolean isFirstCommon(Key key, List<Key> first, List<Key> second) {
        int i = 0;
        int j = 0;
        while (i < first.size() && j < second.size()) {
            int order = first.get(i).compareTo(second.get(j));
            if (order == 0) {
                return first.get(i).equals(key);
            }
            i += order < 0 ? 1 : 0;
            j += order > 0 ? 1 : 0;
        }
        return false;
    }

    /**
     * A blocking key of a record.
     *
     * @param rule the number of its rule; behind the rules of the model stand the pairs of them that cut large blocks
     * @param text what records of the block have in common
     */
    public record Key(@JsonProperty(required = true) int rule, String text) implements Comparable<Key>, Serializable {
        @Override
        public int compareTo(Key other) {
            return ComparisonChain.start()
                    .compare(rule, other.rule)
                    .compare(text, other.text)
                    .result();
        }
    }

    private Object writeReplace() {
        return new SerialForm(SalesOpsJson.write(model), statistics, sizes);
    }

    private void readObject(ObjectInputStream stream) throws InvalidObjectException {
        throw new InvalidObjectException("a scorer is read by its serial form");
    }

    /** What is written of a scorer. */
    private record SerialForm(String model, CorpusStatistics statistics, BlockSizes sizes) implements Serializable {
        private Object readResolve() {
            return new PairScorer(SalesOpsJson.read(model, MatchModel.class).orThrow(), statistics, sizes);
        }
    }
}
