package io.salesops.core.match;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the weight and the keys of records depend on beyond the model: how many records there are, and how many of them hold
 * a word. Statistics of parts merge to those of the whole, in any order and grouping.
 *
 * <p>Words are counted for columns with a level {@code similar} (soft TF-IDF weighs a word by how few records hold it) and
 * with keys {@code rareWords} and {@code wordPrefixes}; other models need the number of records only. How common whole texts
 * are is part of the model. Words stand as hashes; memory is about 100 bytes a different word.
 *
 * @param records how many records there are
 * @param words how many records hold a word, by column as it is read and by {@link TermFrequencies#hash}
 */
public record CorpusStatistics(
        @JsonProperty(required = true) long records,
        @JsonProperty(required = true) ImmutableSortedMap<String, ImmutableSortedMap<String, Long>> words)
        implements Serializable {

    /** The statistics of no record. */
    public static CorpusStatistics none() {
        return new CorpusStatistics(0, ImmutableSortedMap.of());
    }

    /** Counts records under a model: a part of the whole, or all. Time and memory are linear in their texts. */
    public static CorpusStatistics of(MatchModel model, Iterable<MatchRecord> records) {
        ImmutableList<MatchRecord> rows = ImmutableList.copyOf(records);
        ScoredRows part = new ScoredRows(model, none(), rows);
        ImmutableSortedMap.Builder<String, ImmutableSortedMap<String, Long>> words = ImmutableSortedMap.naturalOrder();
        part.counted().forEach((name, column) -> {
            Map<String, Long> counts = new TreeMap<>();
            for (int value = 0; value < column.distinct(); value++) {
                for (int word : column.words().of(value)) {
                    counts.merge(
                            TermFrequencies.hash(column.words().text(word)), (long) column.frequency(value), Long::sum);
                }
            }
            words.put(name, ImmutableSortedMap.copyOf(counts));
        });
        return new CorpusStatistics(rows.size(), words.buildOrThrow());
    }

    /** Returns the statistics of these records and others under the same model. */
    public CorpusStatistics merge(CorpusStatistics other) {
        Map<String, ImmutableSortedMap<String, Long>> merged = new TreeMap<>(words);
        other.words.forEach((name, counts) ->
                merged.merge(name, counts, (one, two) -> ImmutableSortedMap.copyOf(AgreementCounts.sum(one, two))));
        return new CorpusStatistics(Math.addExact(records, other.records), ImmutableSortedMap.copyOf(merged));
    }

    /** How many records hold a word; at least 1, which a word that is not counted has. */
    int records(String column, String word) {
        ImmutableSortedMap<String, Long> counts = words.get(column);
        Long count = counts == null ? null : counts.get(TermFrequencies.hash(word));
        return count == null ? 1 : Math.toIntExact(Math.max(1, count));
    }
}
