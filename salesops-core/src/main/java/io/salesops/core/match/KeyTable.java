package io.salesops.core.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of the records under one part of a blocking rule, by number. Immutable and thread-safe. */
final class KeyTable {
    private static final int[] NONE = {};

    private final BlockKey key;
    private final Column column;
    private final int[][] ofValue;
    private final int[] sizes;
    private final List<String> texts;

    KeyTable(BlockKey key, Column column) {
        this.key = key;
        this.column = column;
        this.texts = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        this.ofValue = new int[column.distinct()][];
        List<Integer> found = new ArrayList<>();
        for (int value = 0; value < ofValue.length; value++) {
            found.clear();
            key.forEach(
                    column,
                    value,
                    text -> found.add(numbers.computeIfAbsent(text, first -> {
                        texts.add(first);
                        return texts.size() - 1;
                    })));
            ofValue[value] = found.isEmpty()
                    ? NONE
                    : found.stream()
                            .mapToInt(Integer::intValue)
                            .sorted()
                            .distinct()
                            .toArray();
        }
        this.sizes = new int[texts.size()];
        for (int value = 0; value < ofValue.length; value++) {
            for (int number : ofValue[value]) {
                sizes[number] += column.frequency(value);
            }
        }
    }

    /** The keys of a record, ascending. */
    int[] of(int record) {
        int value = column.value(record);
        return value == Column.MISSING ? NONE : ofValue[value];
    }

    /** How many records have a key. */
    int size(int number) {
        return sizes[number];
    }

    /** How many keys there are. */
    int count() {
        return sizes.length;
    }

    String text(int number) {
        return texts.get(number);
    }

    BlockKey key() {
        return key;
    }
}
