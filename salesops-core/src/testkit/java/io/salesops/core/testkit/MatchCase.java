package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Rows to find duplicates in: given ones, and the same with typing errors, gaps and texts of others.
 *
 * @param rows with different ids, in ascending order
 * @param seed for what a law chooses by chance
 */
record MatchCase(ImmutableList<MatchCase.Row> rows, long seed) {
    private static final int MOST_ROWS = 8;

    /** A row: an id, and the texts that are there, by column. */
    record Row(String id, ImmutableMap<String, String> texts) {

        Row named(String other) {
            return new Row(other, texts);
        }
    }

    MatchCase with(Iterable<Row> others) {
        return new MatchCase(ImmutableList.copyOf(others), seed);
    }

    ImmutableList<MatchCase> smaller() {
        return Laws.fewer(rows).stream().map(this::with).collect(ImmutableList.toImmutableList());
    }

    static MatchCase draw(ImmutableList<ImmutableMap<String, String>> examples, Random random) {
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        int count = 2 + random.nextInt(MOST_ROWS - 1);
        ImmutableMap<String, String> before = pick(examples, random);
        for (int i = 0; i < count; i++) {
            ImmutableMap<String, String> given = random.nextBoolean() ? before : pick(examples, random);
            before = perturbed(given, pick(examples, random), random);
            rows.add(new Row("row-" + (10 + i), before));
        }
        return new MatchCase(rows.build(), random.nextLong());
    }

    private static ImmutableMap<String, String> perturbed(
            ImmutableMap<String, String> row, ImmutableMap<String, String> other, Random random) {
        Map<String, String> texts = new LinkedHashMap<>(row);
        List<String> columns = new ArrayList<>(row.keySet());
        for (int changes = columns.isEmpty() ? 0 : random.nextInt(3); changes > 0; changes--) {
            String column = columns.get(random.nextInt(columns.size()));
            String text = texts.getOrDefault(column, "");
            String changed = random.nextInt(5) == 0 ? other.getOrDefault(column, "") : misspelt(text, random);
            if (changed.isBlank()) {
                texts.remove(column);
            } else {
                texts.put(column, changed);
            }
        }
        return ImmutableMap.copyOf(texts);
    }

    /** A text as a tired hand writes it: a letter lost, doubled or swapped with the next, a word lost, or none left. */
    private static String misspelt(String text, Random random) {
        if (text.length() < 2) {
            return "";
        }
        int at = random.nextInt(text.length() - 1);
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 -> text.substring(0, at) + text.charAt(at) + text.substring(at);
            case 3 -> text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            case 4 -> text.contains(" ") ? text.substring(text.indexOf(' ') + 1) : text;
            default -> text.toUpperCase(Locale.ROOT);
        };
    }

    private static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
