package io.salesops.core.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** The records by key, for all records of a column at once. */
final class Postings {
    private final List<String> keys = new ArrayList<>();
    private final int[] starts;
    private final int[] records;

    /** Groups the records of a column by the keys of their texts. */
    Postings(Column column, IntFunction<Set<String>> keysOfValue) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] ofValue = new int[column.distinct()][];
        long entries = 0;
        for (int value = 0; value < ofValue.length; value++) {
            ofValue[value] = keysOfValue.apply(value).stream()
                    .mapToInt(key -> numbers.computeIfAbsent(key, first -> {
                        keys.add(first);
                        return keys.size() - 1;
                    }))
                    .toArray();
            entries += (long) ofValue[value].length * column.frequency(value);
        }
        this.records = new int[Math.toIntExact(entries)];
        this.starts = new int[keys.size() + 1];
        for (int value = 0; value < ofValue.length; value++) {
            for (int key : ofValue[value]) {
                starts[key + 1] += column.frequency(value);
            }
        }
        for (int key = 0; key < keys.size(); key++) {
            starts[key + 1] += starts[key];
        }
        int[] next = Arrays.copyOf(starts, keys.size());
        for (int record = 0; record < column.size(); record++) {
            if (column.value(record) != Column.MISSING) {
                for (int key : ofValue[column.value(record)]) {
                    records[next[key]++] = record;
                }
            }
        }
    }

    PersistentMap<String, SlotSet> done() {
        PersistentMap.Editor<String, SlotSet> map = PersistentMap.editor();
        for (int key = 0; key < keys.size(); key++) {
            map.put(keys.get(key), SlotSet.of(Arrays.copyOfRange(records, starts[key], starts[key + 1])));
        }
        return map.done();
    }
}
