package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of an index at one time, by number, with the numbers by key and by word. A change makes another state that
 * shares what stays. Immutable and thread-safe.
 */
final class IndexState<I> {
    private final IndexPlan plan;
    private final ImmutableList<String> columns;
    private final PersistentMap<I, Integer> slots;
    private final SlotTable<IndexedRow<I>> rows;
    private final SlotSet present;
    private final @Nullable Free free;
    private final int next;
    /** By table; where words are the keys, none here but in {@link #words}. */
    private final ImmutableList<PersistentMap<String, SlotSet>> keys;
    /** By table and start of words, the words; only where those are keys. */
    private final ImmutableList<PersistentMap<String, PersistentMap<String, Boolean>>> starts;
    /** By reading whose words are counted. */
    private final ImmutableList<PersistentMap<String, SlotSet>> words;
    /** By reading, records with more words than are keys. */
    private final ImmutableList<SlotSet> wordy;
    /** By a hash of all compared texts, the records. */
    private final PersistentMap<Long, SlotSet> equal;

    /** Numbers that were given back. */
    private record Free(int slot, @Nullable Free others) {}

    private IndexState(Editor<I> made) {
        this.plan = made.plan;
        this.columns = made.columns;
        this.slots = made.slots;
        this.rows = made.rows;
        this.present = made.present;
        this.free = made.free;
        this.next = made.next;
        this.keys = ImmutableList.copyOf(made.keys);
        this.starts = ImmutableList.copyOf(made.starts);
        this.words = ImmutableList.copyOf(made.words);
        this.wordy = ImmutableList.copyOf(made.wordy);
        this.equal = made.equal;
    }

    static <I extends Comparable<? super I>> IndexState<I> of(IndexPlan plan, Records<I> records) {
        checkSize(records.size());
        Editor<I> editor = new Editor<>(plan, records.columns());
        editor.all(records);
        return new IndexState<>(editor);
    }

    private static void checkSize(int size) {
        checkArgument(
                size <= SlotTable.MOST,
                "more than %s records: %s. Maybe keep an index for each country.",
                SlotTable.MOST,
                size);
    }

    IndexPlan plan() {
        return plan;
    }

    ImmutableList<String> columns() {
        return columns;
    }

    int size() {
        return present.size();
    }

    /** The numbers of all records. */
    SlotSet present() {
        return present;
    }

    /** The number of a record, or -1. */
    int slot(I id) {
        Integer slot = slots.get(id);
        return slot == null ? -1 : slot;
    }

    IndexedRow<I> row(int slot) {
        return rows.get(slot);
    }

    /** The records that have a key of a table, or may come to have it. */
    SlotSet possible(int table, String key) {
        IndexPlan.Table of = plan.tables().get(table);
        PersistentMap<String, SlotSet> map = of.isRareWords() ? words.get(of.reading()) : keys.get(table);
        return Objects.requireNonNullElse(map.get(key), SlotSet.EMPTY);
    }

    /** The records that hold a word. */
    SlotSet word(int reading, String word) {
        return Objects.requireNonNullElse(words.get(reading).get(word), SlotSet.EMPTY);
    }

    /** The words with a start, of a table of starts. */
    ImmutableList<String> wordsOf(int table, String start) {
        ImmutableList.Builder<String> found = ImmutableList.builder();
        Objects.requireNonNullElse(starts.get(table).get(start), PersistentMap.<String, Boolean>empty())
                .forEach((word, isThere) -> found.add(word));
        return found.build();
    }

    /** The records of a reading with so many words that not all are keys. */
    SlotSet wordy(int reading) {
        return wordy.get(reading);
    }

    /** The records that are equal to a row in all that is compared. */
    SlotSet equal(IndexedRow<I> row) {
        SlotSet found = Objects.requireNonNullElse(equal.get(row.hash(plan.compared())), SlotSet.EMPTY);
        IntList same = new IntList();
        found.forEach(slot -> {
            if (row(slot).isEqual(row, plan.compared())) {
                same.add(slot);
            }
        });
        return SlotSet.of(same.toArray());
    }

    IndexState<I> with(IndexedRow<I> row, ImmutableList<Column> read) {
        IndexState<I> before = without(row.id());
        checkSize(before.size() + 1);
        Editor<I> editor = new Editor<>(before);
        editor.add(row, read);
        return new IndexState<>(editor);
    }

    /** This state where it has no such record. */
    IndexState<I> without(I id) {
        int slot = slot(id);
        if (slot < 0) {
            return this;
        }
        Editor<I> editor = new Editor<>(this);
        editor.remove(slot, row(slot));
        return new IndexState<>(editor);
    }

    /** What the next state is made of. */
    private static final class Editor<I> {
        private final IndexPlan plan;
        private final ImmutableList<String> columns;
        private final List<PersistentMap<String, SlotSet>> keys;
        private final List<PersistentMap<String, PersistentMap<String, Boolean>>> starts;
        private final List<PersistentMap<String, SlotSet>> words;
        private final List<SlotSet> wordy;
        private PersistentMap<Long, SlotSet> equal;
        private PersistentMap<I, Integer> slots;
        private SlotTable<IndexedRow<I>> rows;
        private SlotSet present;
        private @Nullable Free free;
        private int next;

        Editor(IndexPlan plan, ImmutableList<String> columns) {
            this.plan = plan;
            this.columns = columns;
            this.slots = PersistentMap.empty();
            this.rows = SlotTable.of(ImmutableList.of());
            this.present = SlotSet.EMPTY;
            this.keys = new ArrayList<>();
            this.starts = new ArrayList<>();
            this.words = new ArrayList<>();
            this.wordy = new ArrayList<>();
            this.equal = PersistentMap.empty();
        }

        Editor(IndexState<I> before) {
            this.plan = before.plan;
            this.columns = before.columns;
            this.slots = before.slots;
            this.rows = before.rows;
            this.present = before.present;
            this.free = before.free;
            this.next = before.next;
            this.keys = new ArrayList<>(before.keys);
            this.starts = new ArrayList<>(before.starts);
            this.words = new ArrayList<>(before.words);
            this.wordy = new ArrayList<>(before.wordy);
            this.equal = before.equal;
        }

        void all(Records<? extends I> records) {
            Rows all = records.rows();
            ImmutableList<Column> read = plan.columns(all);
            PersistentMap.Editor<I, Integer> numbers = PersistentMap.editor();
            List<IndexedRow<I>> made = new ArrayList<>(records.size());
            for (int row = 0; row < records.size(); row++) {
                made.add(new IndexedRow<>(records.ids().get(row), records.cells(row), texts(read, row)));
                numbers.put(records.ids().get(row), row);
            }
            slots = numbers.done();
            rows = SlotTable.of(made);
            next = made.size();
            present = SlotSet.of(IntStream.range(0, next).toArray());
            equal = byHash(made);
            for (IndexPlan.Table table : plan.tables()) {
                Column column = read.get(table.reading());
                keys.add(
                        table.isRareWords()
                                ? PersistentMap.empty()
                                : new Postings(column, value -> table.possible(column, value)).done());
                starts.add(starts(table, column));
            }
            for (int reading = 0; reading < plan.readings(); reading++) {
                Column column = read.get(reading);
                words.add(
                        plan.countsWords(reading)
                                ? new Postings(column, value -> IndexPlan.words(column, value)).done()
                                : PersistentMap.empty());
                boolean ranks = plan.ranksWords(reading);
                wordy.add(SlotSet.of(IntStream.range(0, next)
                        .filter(row -> ranks && isWordy(column, column.value(row)))
                        .toArray()));
            }
        }

        private PersistentMap<Long, SlotSet> byHash(List<IndexedRow<I>> all) {
            Map<Long, IntList> numbers = new HashMap<>();
            for (int row = 0; row < all.size(); row++) {
                numbers.computeIfAbsent(all.get(row).hash(plan.compared()), first -> new IntList())
                        .add(row);
            }
            PersistentMap.Editor<Long, SlotSet> map = PersistentMap.editor();
            numbers.forEach((hash, rows) -> map.put(hash, SlotSet.of(rows.toArray())));
            return map.done();
        }

        private static PersistentMap<String, PersistentMap<String, Boolean>> starts(
                IndexPlan.Table table, Column column) {
            PersistentMap.Editor<String, PersistentMap<String, Boolean>> starts = PersistentMap.editor();
            for (int value = 0; table.isWordPrefixes() && value < column.distinct(); value++) {
                table.prefixes(column, value)
                        .forEach((word, start) -> starts.put(
                                start,
                                Objects.requireNonNullElse(starts.get(start), PersistentMap.<String, Boolean>empty())
                                        .with(word, true)));
            }
            return starts.done();
        }

        private static boolean isWordy(Column column, int value) {
            return value != Column.MISSING && column.words().of(value).length > BlockKey.MOST_WORDS;
        }

        void add(IndexedRow<I> row, ImmutableList<Column> read) {
            int slot = free == null ? next++ : free.slot;
            free = free == null ? null : free.others;
            slots = slots.with(row.id(), slot);
            rows = rows.with(slot, row);
            present = present.with(slot);
            Long hash = row.hash(plan.compared());
            equal = equal.with(hash, orEmpty(equal, hash).with(slot));
            change(read, (map, key) -> map.with(key, orEmpty(map, key).with(slot)), true);
            for (int reading = 0; reading < plan.readings(); reading++) {
                Column column = read.get(reading);
                if (plan.ranksWords(reading) && isWordy(column, column.value(0))) {
                    wordy.set(reading, wordy.get(reading).with(slot));
                }
            }
        }

        void remove(int slot, IndexedRow<I> row) {
            ImmutableList<Column> read = read(row);
            slots = slots.without(row.id());
            rows = rows.with(slot, null);
            present = present.without(slot);
            equal = without(equal, row.hash(plan.compared()), slot);
            free = new Free(slot, free);
            change(read, (map, key) -> without(map, key, slot), false);
            for (int reading = 0; reading < plan.readings(); reading++) {
                wordy.set(reading, wordy.get(reading).without(slot));
            }
        }

        private ImmutableList<Column> read(IndexedRow<I> row) {
            return IntStream.range(0, plan.readings())
                    .mapToObj(reading -> Column.beside(new @Nullable String[] {row.text(reading)}, 1, word -> 1))
                    .collect(ImmutableList.toImmutableList());
        }

        private static <K> SlotSet orEmpty(PersistentMap<K, SlotSet> map, K key) {
            return Objects.requireNonNullElse(map.get(key), SlotSet.EMPTY);
        }

        private static <K> PersistentMap<K, SlotSet> without(PersistentMap<K, SlotSet> map, K key, int slot) {
            SlotSet left = orEmpty(map, key).without(slot);
            return left.size() == 0 ? map.without(key) : map.with(key, left);
        }

        /** Changes the records of each key and word of a row; words that came or went change their starts. */
        private void change(ImmutableList<Column> read, Change change, boolean isNew) {
            for (int reading = 0; reading < plan.readings(); reading++) {
                Column column = read.get(reading);
                if (plan.countsWords(reading) && column.value(0) != Column.MISSING) {
                    words.set(reading, changed(words.get(reading), IndexPlan.words(column, column.value(0)), change));
                }
            }
            for (int number = 0; number < plan.tables().size(); number++) {
                IndexPlan.Table table = plan.tables().get(number);
                Column column = read.get(table.reading());
                int value = column.value(0);
                if (value == Column.MISSING || table.isRareWords()) {
                    continue;
                }
                keys.set(number, changed(keys.get(number), table.possible(column, value), change));
                int at = number;
                table.prefixes(column, value).forEach((word, start) -> {
                    if (isNew || words.get(table.reading()).get(word) == null) {
                        starts.set(at, changed(starts.get(at), start, word, isNew));
                    }
                });
            }
        }

        private static PersistentMap<String, SlotSet> changed(
                PersistentMap<String, SlotSet> map, Set<String> keys, Change change) {
            PersistentMap<String, SlotSet> changed = map;
            for (String key : keys) {
                changed = change.of(changed, key);
            }
            return changed;
        }

        private static PersistentMap<String, PersistentMap<String, Boolean>> changed(
                PersistentMap<String, PersistentMap<String, Boolean>> map, String start, String word, boolean isNew) {
            PersistentMap<String, Boolean> there =
                    Objects.requireNonNullElse(map.get(start), PersistentMap.<String, Boolean>empty());
            PersistentMap<String, Boolean> changed = isNew ? there.with(word, true) : there.without(word);
            return changed.size() == 0 ? map.without(start) : map.with(start, changed);
        }
    }

    /** Adds a record to those of a key, or takes it out. */
    @FunctionalInterface
    private interface Change {
        PersistentMap<String, SlotSet> of(PersistentMap<String, SlotSet> map, String key);
    }

    /** The texts of a row, by reading. */
    static @Nullable String[] texts(ImmutableList<Column> read, int row) {
        @Nullable String[] texts = new @Nullable String[read.size()];
        for (int reading = 0; reading < texts.length; reading++) {
            texts[reading] = read.get(reading).textOf(row);
        }
        return texts;
    }
}
