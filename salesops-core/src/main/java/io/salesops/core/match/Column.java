package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkNotNull;
import static com.google.common.base.Preconditions.checkState;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One column of the records, normalised once: each record refers to its text by number, so that equal texts are equal
 * numbers. Immutable but for the words and sketches, which are made when first asked for; thread-safe.
 */
final class Column {
    /** Stands for a text that is missing or normalises to nothing. */
    static final int MISSING = -1;

    /** What is kept of a longer text: bounds the cost of comparing two hostile ones. */
    static final int LONGEST = 256;

    private static final long MOST_SIDE_BY_SIDE = 1L << 30;

    /** What is read of a longer cell. */
    private static final int LONGEST_CELL = 16 * LONGEST;

    /** What people and exports write where there is nothing. */
    private static final ImmutableSet<String> NOTHING =
            ImmutableSet.of("n/a", "na", "null", "none", "nil", "-", "--", "unknown", "nan", "?", "#n/a");

    /** The numbers of the records' texts: every {@code stride}-th, from {@code offset} on. */
    private final int[] values;

    private final int offset;
    private final int stride;
    private final String[] texts;
    private final int[] frequencies;
    private final int filled;
    private final int cut;
    private final int size;
    private final @Nullable ToIntFunction<String> wordRecords;
    private final ReferenceLists lists;
    private volatile @Nullable Words words;
    private volatile long @Nullable [] sketches;

    private Column(
            int[] values,
            String[] texts,
            int cut,
            int size,
            @Nullable ToIntFunction<String> wordRecords,
            ReferenceLists lists) {
        this.size = size;
        this.wordRecords = wordRecords;
        this.lists = lists;
        this.values = values;
        this.offset = 0;
        this.stride = 1;
        this.texts = texts;
        this.cut = cut;
        this.frequencies = new int[texts.length];
        int count = 0;
        for (int value : values) {
            if (value != MISSING) {
                frequencies[value]++;
                count++;
            }
        }
        this.filled = count;
    }

    /** Texts beside each other: how often each occurs among them says nothing. */
    private Column(int[] values, String[] texts, int size, ToIntFunction<String> wordRecords) {
        this.size = size;
        this.wordRecords = wordRecords;
        this.lists = ReferenceLists.standard();
        this.values = values;
        this.offset = 0;
        this.stride = 1;
        this.texts = texts;
        this.cut = 0;
        this.frequencies = new int[0];
        this.filled = 0;
    }

    private Column(Column same, int[] values, int offset, int stride) {
        this.size = same.size;
        this.wordRecords = same.wordRecords;
        this.lists = same.lists;
        this.values = values;
        this.offset = offset;
        this.stride = stride;
        this.texts = same.texts;
        this.cut = same.cut;
        this.frequencies = same.frequencies;
        this.filled = same.filled;
        this.words = same.words;
    }

    /** The same columns, of one table, with what a record has in them side by side: a pair then reads memory twice. */
    static ImmutableList<Column> sideBySide(List<Column> columns) {
        int stride = columns.size();
        int records = stride == 0 ? 0 : columns.get(0).values.length;
        if (stride * (long) records > MOST_SIDE_BY_SIDE) {
            return ImmutableList.copyOf(columns);
        }
        int[] values = new int[stride * records];
        ImmutableList.Builder<Column> sideBySide = ImmutableList.builder();
        for (int c = 0; c < stride; c++) {
            Column column = columns.get(c);
            for (int record = 0; record < records; record++) {
                values[record * stride + c] = column.value(record);
            }
            sideBySide.add(new Column(column, values, c, stride));
        }
        return sideBySide.build();
    }

    /** Reads the column of a comparison. */
    static Column of(Rows rows, FieldComparison comparison) {
        int column = rows.columns().indexOf(comparison.column());
        if (column < 0) {
            return of(rows, row -> null, comparison.normalize());
        }
        int[] others = comparison.without().stream()
                .mapToInt(rows.columns()::indexOf)
                .filter(other -> other >= 0)
                .toArray();
        if (others.length == 0) {
            return of(rows, row -> rows.cell(row, column), comparison.normalize());
        }
        return of(rows, row -> Residue.of(rows, row, column, others), comparison.normalize());
    }

    /** Reads a column under other normalisers. */
    static Column of(Rows rows, String name, List<Normalizer> normalizers) {
        int column = rows.columns().indexOf(name);
        return of(rows, row -> column < 0 ? null : rows.cell(row, column), normalizers);
    }

    private static Column of(Rows rows, IntFunction<@Nullable String> cells, List<Normalizer> normalizers) {
        int size = rows.size();
        ReferenceLists lists = rows.lists();
        int[] values = new int[size];
        Arrays.fill(values, MISSING);
        Map<String, Integer> byRaw = new HashMap<>();
        Map<String, Integer> byText = new HashMap<>();
        List<String> texts = new ArrayList<>();
        int cut = 0;
        for (int record = 0; record < size; record++) {
            String raw = cells.apply(record);
            if (raw == null) {
                continue;
            }
            Integer known = byRaw.get(raw);
            if (known == null) {
                String text = normalized(bounded(raw), normalizers, lists);
                cut += text.length() > LONGEST || raw.length() > LONGEST_CELL ? 1 : 0;
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
        return new Column(values, texts.toArray(String[]::new), cut, size, null, lists);
    }

    /**
     * This column as a part of a larger one.
     *
     * @param all how many records that one has
     * @param records how many of them hold a word
     */
    Column within(int all, ToIntFunction<String> records) {
        checkState(stride == 1, "a column side by side with others is no part of another table");
        return new Column(values, texts, cut, all, records, lists);
    }

    /**
     * One text and others to compare with it, of a larger column. Only texts that equal the first are known as equal.
     *
     * @param given normalised texts; null where there is none
     * @param all how many records the larger column has
     * @param records how many of them hold a word
     */
    static Column beside(@Nullable String[] given, int all, ToIntFunction<String> records) {
        int[] values = new int[given.length];
        String[] texts = new String[given.length];
        int distinct = 0;
        for (int record = 0; record < given.length; record++) {
            String text = given[record];
            if (text == null) {
                values[record] = MISSING;
            } else if (record > 0 && text.equals(given[0])) {
                values[record] = values[0];
            } else {
                texts[distinct] = text;
                values[record] = distinct++;
            }
        }
        return new Column(values, Arrays.copyOf(texts, distinct), all, records);
    }

    /** The beginning of a cell that is read: bounds the cost of normalising hostile ones. */
    static String bounded(String raw) {
        return raw.length() > LONGEST_CELL ? raw.substring(0, LONGEST_CELL) : raw;
    }

    private static String normalized(String raw, List<Normalizer> normalizers, ReferenceLists lists) {
        String text = raw;
        for (Normalizer normalizer : normalizers) {
            text = normalizer.apply(text, lists);
        }
        text = text.strip();
        return saysNothing(text) || saysNothing(raw.strip()) ? "" : text;
    }

    private static boolean saysNothing(String text) {
        return text.length() <= 7 && NOTHING.contains(text.toLowerCase(java.util.Locale.ROOT));
    }

    /** The number of the record's text, or {@link #MISSING}. */
    int value(int record) {
        return values[record * stride + offset];
    }

    /** The lists that normalised it. */
    ReferenceLists lists() {
        return lists;
    }

    String text(int value) {
        return texts[value];
    }

    int distinct() {
        return texts.length;
    }

    int size() {
        return size;
    }

    /** The record's text, or null. */
    @Nullable
    String textOf(int record) {
        return value(record) == MISSING ? null : texts[value(record)];
    }

    /** How many records have a text. */
    int filled() {
        return filled;
    }

    /** How many records have this text. */
    int frequency(int value) {
        return frequencies[value];
    }

    /** How many different texts were cut to {@link #LONGEST} characters. */
    int cut() {
        return cut;
    }

    Words words() {
        Words made = words;
        if (made == null) {
            made = wordRecords == null ? Words.of(texts, frequencies, size) : Words.of(texts, wordRecords, size);
            words = made;
        }
        return made;
    }

    /** Whether this is a part of a larger column: few of its pairs are read word by word. */
    boolean isPart() {
        return wordRecords != null;
    }

    /** The words of two texts of a part alone, the first and the second; with the weights that {@link #words} has. */
    Words words(int a, int b) {
        String[] two = {texts[a], texts[b]};
        return Words.of(two, checkNotNull(wordRecords, "a whole column has its words"), size);
    }

    /**
     * The {@link Sketch} of each text; not to be changed. Of a part of a larger column, which one thread reads, each is 0
     * until that thread has made it: most are never asked for.
     */
    long[] sketches() {
        long[] made = sketches;
        if (made == null) {
            made = wordRecords == null
                    ? Arrays.stream(texts).mapToLong(Sketch::of).toArray()
                    : new long[texts.length];
            sketches = made;
        }
        return made;
    }
}
