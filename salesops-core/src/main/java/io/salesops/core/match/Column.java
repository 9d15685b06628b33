package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One column of the records, normalised once: each record refers to its text by number, so that equal texts are equal
 * numbers. Immutable and thread-safe.
 */
final class Column {
    /** Stands for a text that is missing or normalises to nothing. */
    static final int MISSING = -1;

    /** What is kept of a longer text: bounds the cost of comparing two hostile ones. */
    static final int LONGEST = 256;

    private final int[] values;
    private final String[] texts;
    private final int[] frequencies;
    private final int[][] words;
    private final int cut;

    private Column(int[] values, String[] texts, int cut) {
        this.values = values;
        this.texts = texts;
        this.cut = cut;
        this.frequencies = new int[texts.length];
        this.words = words(texts);
        for (int value : values) {
            if (value != MISSING) {
                frequencies[value]++;
            }
        }
    }

    /** The words of each text, as ascending numbers that stand for them. */
    private static int[][] words(String[] texts) {
        Map<String, Integer> numbers = new HashMap<>();
        int[][] words = new int[texts.length][];
        for (int value = 0; value < texts.length; value++) {
            words[value] = Tokens.of(texts[value]).words().stream()
                    .mapToInt(word -> {
                        numbers.putIfAbsent(word, numbers.size());
                        return numbers.getOrDefault(word, 0);
                    })
                    .sorted()
                    .toArray();
        }
        return words;
    }

    static Column of(Records<?> records, String name, ImmutableList<Normalizer> normalizers) {
        int column = records.columns().indexOf(name);
        int[] values = new int[records.size()];
        java.util.Arrays.fill(values, MISSING);
        if (column < 0) {
            return new Column(values, new String[0], 0);
        }
        Map<String, Integer> byRaw = new HashMap<>();
        Map<String, Integer> byText = new HashMap<>();
        List<String> texts = new ArrayList<>();
        int cut = 0;
        for (int record = 0; record < values.length; record++) {
            String raw = records.cell(record, column);
            if (raw == null) {
                continue;
            }
            Integer known = byRaw.get(raw);
            if (known == null) {
                String text = normalized(raw, normalizers);
                cut += text.length() > LONGEST ? 1 : 0;
                text = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
                known = text.isEmpty()
                        ? MISSING
                        : byText.computeIfAbsent(text, first -> {
                            texts.add(first);
                            return texts.size() - 1;
                        });
                byRaw.put(raw, known);
            }
            values[record] = known;
        }
        return new Column(values, texts.toArray(String[]::new), cut);
    }

    private static String normalized(String raw, ImmutableList<Normalizer> normalizers) {
        String text = raw;
        for (Normalizer normalizer : normalizers) {
            text = normalizer.apply(text);
        }
        return text.strip();
    }

    /** The number of the record's text, or {@link #MISSING}. */
    int value(int record) {
        return values[record];
    }

    /** The record's text; null where it is missing. */
    @Nullable
    String textOf(int record) {
        return values[record] == MISSING ? null : texts[values[record]];
    }

    String text(int value) {
        return texts[value];
    }

    /** As {@link Tokens#jaccard}, of texts by number; neither is empty. */
    double jaccard(int a, int b) {
        int both = shared(words[a], words[b]);
        int either = words[a].length + words[b].length - both;
        return either == 0 ? 1 : (double) both / either;
    }

    /** As {@link Tokens#overlap}, of texts by number; neither is empty. */
    double overlap(int a, int b) {
        int smaller = Math.min(words[a].length, words[b].length);
        return smaller == 0 ? 1 : (double) shared(words[a], words[b]) / smaller;
    }

    private static int shared(int[] a, int[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length; ) {
            shared += a[i] == b[j] ? 1 : 0;
            int first = a[i];
            i += first <= b[j] ? 1 : 0;
            j += b[j] <= first ? 1 : 0;
        }
        return shared;
    }

    int distinct() {
        return texts.length;
    }

    /** How many records have a text. */
    long filled() {
        long filled = 0;
        for (int frequency : frequencies) {
            filled += frequency;
        }
        return filled;
    }

    /** How many pairs of records have the same text. */
    double equalPairs() {
        double equal = 0;
        for (int frequency : frequencies) {
            equal += Blocks.pairs(frequency);
        }
        return equal;
    }

    /** How many different texts were cut to {@link #LONGEST} characters. */
    int cut() {
        return cut;
    }
}
