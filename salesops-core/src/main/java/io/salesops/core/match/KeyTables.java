package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.run.Execution;
import io.salesops.core.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The key tables of a model's blocking rules; a column is read as its comparison reads it, and once. */
final class KeyTables {
    private final Rows rows;
    private final ImmutableMap<String, Column> compared;
    private final Map<String, Column> others = new HashMap<>();
    private final Map<BlockKey, KeyTable> tables = new HashMap<>();

    KeyTables(Rows rows, MatchModel model, ImmutableList<Column> columns) {
        this.rows = rows;
        Map<String, Column> byName = new HashMap<>();
        for (int c = 0; c < columns.size(); c++) {
            FieldComparison comparison = model.comparisons().get(c);
            byName.putIfAbsent(comparison.name(), columns.get(c));
        }
        this.compared = ImmutableMap.copyOf(byName);
    }

    /** Makes the tables of all keys of a model. */
    void prepare(MatchModel model, Execution execution) {
        ImmutableList<BlockKey> keys = model.blocking().stream()
                .flatMap(rule -> rule.keys().stream())
                .distinct()
                .map(text -> BlockKey.parse(text).orElseThrow())
                .collect(ImmutableList.toImmutableList());
        keys.forEach(this::column); // one after the other: several keys may ask for one
        List<KeyTable> made = Parallel.run(
                execution, "key", keys.size(), number -> new KeyTable(keys.get(number), column(keys.get(number))));
        for (int number = 0; number < keys.size(); number++) {
            tables.put(keys.get(number), made.get(number));
        }
    }

    /** The table of a key of the model, which the check of the model has read. */
    KeyTable of(String text) {
        BlockKey key = BlockKey.parse(text).orElseThrow();
        KeyTable known = tables.get(key);
        if (known == null) {
            known = new KeyTable(key, column(key));
            tables.put(key, known);
        }
        return known;
    }

    private Column column(BlockKey key) {
        Column own = compared.get(key.column());
        if (own != null && key.normalizer().isEmpty()) {
            return own;
        }
        List<Normalizer> normalize = key.normalizer().map(List::of).orElse(List.of(Normalizer.TEXT));
        return others.computeIfAbsent(key.column() + normalize, name -> Column.of(rows, key.column(), normalize));
    }
}
