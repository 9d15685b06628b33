package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.ReferenceLists;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A few records, read as the model reads them, under the statistics of all records. */
final class ScoredRows {
    private static final ImmutableSet<String> COUNTING_KEYS = ImmutableSet.of("rareWords", "wordPrefixes");

    private final MatchModel model;
    private final CorpusStatistics statistics;
    private final Rows rows;
    private final ImmutableList<Column> columns;
    private final Map<String, Column> byName = new LinkedHashMap<>();
    private final Map<String, Column> compared = new HashMap<>();

    ScoredRows(MatchModel model, CorpusStatistics statistics, List<MatchRecord> records) {
        this.model = model;
        this.statistics = statistics;
        this.rows = new RecordRows(records, ReferenceLists.standard());
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        for (FieldComparison comparison : model.comparisons()) {
            Column column = within("comparison " + comparison.name(), Column.of(rows, comparison));
            columns.add(column);
            compared.putIfAbsent(comparison.name(), column);
        }
        this.columns = columns.build();
    }

    private Column within(String name, Column column) {
        // Without records the statistics are being counted: the column counts its own words.
        Column read = statistics.records() == 0
                ? column
                : column.within(Math.toIntExact(statistics.records()), word -> statistics.records(name, word));
        byName.put(name, read);
        return read;
    }

    /** The columns whose words the model counts, by name. */
    Map<String, Column> counted() {
        Map<String, Column> counted = new LinkedHashMap<>();
        for (FieldComparison comparison : model.comparisons()) {
            boolean isCounted = comparison.levels().stream()
                    .flatMap(level -> LevelTest.parseAll(level.when()).stream())
                    .anyMatch(test -> test.kind() == LevelTest.Kind.SIMILAR);
            if (isCounted) {
                String name = "comparison " + comparison.name();
                counted.put(name, column(name));
            }
        }
        for (BlockingRule rule : model.blocking()) {
            for (String text : rule.keys()) {
                BlockKey key = BlockKey.parse(text).orElseThrow();
                if (COUNTING_KEYS.contains(key.function())) {
                    column(key);
                    String name = name(key);
                    counted.put(name, column(name));
                }
            }
        }
        return counted;
    }

    private Column column(String name) {
        Column column = byName.get(name);
        if (column == null) {
            throw new IllegalStateException("column '" + name + "' was not read");
        }
        return column;
    }

    /** The column that a key reads: that of a comparison, or one of its own. */
    Column column(BlockKey key) {
        Column own = compared.get(key.column());
        if (own != null && key.normalizer().isEmpty()) {
            return own;
        }
        Column known = byName.get(name(key));
        return known == null ? within(name(key), Column.of(rows, key.column(), normalizers(key))) : known;
    }

    private String name(BlockKey key) {
        return compared.containsKey(key.column()) && key.normalizer().isEmpty()
                ? "comparison " + key.column()
                : "column " + key.column() + " " + normalizers(key);
    }

    private static List<Normalizer> normalizers(BlockKey key) {
        return key.normalizer().map(List::of).orElse(List.of(Normalizer.TEXT));
    }

    int size() {
        return rows.size();
    }

    /** The records and those that are equal, with matches of blocks; see {@link EqualRecords}. */
    EqualRecords equal(int threshold, long[] matches, int[] weights) {
        return EqualRecords.of(rows, columns, weigher(), threshold, matches, weights);
    }

    PairWeigher weigher() {
        return new PairWeigher(rows, model, columns, new PairWeights(model, columns));
    }

    PairLevels levels() {
        return new PairLevels(model, columns);
    }
}
