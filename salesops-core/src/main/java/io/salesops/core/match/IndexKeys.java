package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one record among those of an index, with the other records of each, as if the record were in the index in
 * the place of the one with its id: words are counted so. One thread, one of these.
 */
final class IndexKeys<I> {
    private final IndexState<I> state;
    private final IndexPlan plan;
    private final int own;
    private final int size;
    private final List<Set<String>> ownWords = new ArrayList<>();
    private final ImmutableList<Column> columns;
    private final List<@Nullable ImmutableList<Key>> known;
    private final Map<Integer, Map<Integer, Set<String>>> keysOfWordy = new HashMap<>();

    /**
     * A key of the record.
     *
     * @param text the key
     * @param records of the index that have it, perhaps with the one that has the record's id
     * @param size how many have it, with the record
     */
    record Key(String text, SlotSet records, int size) {}

    IndexKeys(IndexState<I> state, int own, ImmutableList<Column> read) {
        this.state = state;
        this.plan = state.plan();
        this.own = own;
        this.size = state.size() + (own < 0 ? 1 : 0);
        ImmutableList.Builder<Column> within = ImmutableList.builder();
        for (int reading = 0; reading < read.size(); reading++) {
            Column column = read.get(reading);
            ownWords.add(
                    plan.countsWords(reading) && column.value(0) != Column.MISSING
                            ? IndexPlan.words(column, column.value(0))
                            : Set.of());
            int mine = reading;
            within.add(column.within(size, word -> records(mine, word)));
        }
        this.columns = within.build();
        this.known = new ArrayList<>();
        for (int table = 0; table < plan.tables().size(); table++) {
            known.add(null);
        }
    }

    /** How many records there are, with this one. */
    int size() {
        return size;
    }

    /** How many records hold a word, with this one. */
    int records(int reading, String word) {
        if (!plan.countsWords(reading)) {
            return 1;
        }
        SlotSet others = state.word(reading, word);
        return others.size()
                - (own >= 0 && others.contains(own) ? 1 : 0)
                + (ownWords.get(reading).contains(word) ? 1 : 0);
    }

    /** The keys of a table, ascending. */
    ImmutableList<Key> of(int table) {
        ImmutableList<Key> keys = known.get(table);
        if (keys == null) {
            keys = find(table);
            known.set(table, keys);
        }
        return keys;
    }

    private ImmutableList<Key> find(int table) {
        IndexPlan.Table of = plan.tables().get(table);
        Column column = columns.get(of.reading());
        if (column.value(0) == Column.MISSING) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Key> keys = ImmutableList.builder();
        for (String text : of.keys(column, column.value(0))) {
            SlotSet records = of.isRareWords()
                    ? rare(table, text)
                    : of.isWordPrefixes() ? started(table, text) : state.possible(table, text);
            int others = records.size() - (own >= 0 && records.contains(own) ? 1 : 0);
            keys.add(new Key(text, records, others + 1));
        }
        return keys.build();
    }

    /** The records that hold a word, without those of many words among which it is not rare. */
    private SlotSet rare(int table, String word) {
        SlotSet records = state.possible(table, word);
        SlotSet wordy = state.wordy(plan.tables().get(table).reading());
        int[] both = new int[Math.min(records.size(), wordy.size())];
        int count = records.intersect(wordy, both);
        Set<Integer> others = new HashSet<>();
        for (int i = 0; i < count; i++) {
            if (both[i] != own && !keysOf(table, both[i]).contains(word)) {
                others.add(both[i]);
            }
        }
        if (others.isEmpty()) {
            return records;
        }
        IntList left = new IntList();
        records.forEach(slot -> {
            if (!others.contains(slot)) {
                left.add(slot);
            }
        });
        return SlotSet.of(left.toArray());
    }

    private Set<String> keysOf(int table, int slot) {
        return keysOfWordy.computeIfAbsent(table, first -> new HashMap<>()).computeIfAbsent(slot, first -> {
            IndexPlan.Table of = plan.tables().get(table);
            @Nullable String[] text = {state.row(slot).text(of.reading())};
            return of.keys(Column.beside(text, size, word -> records(of.reading(), word)), 0);
        });
    }

    /** The records with a word of this start that is not too common. */
    private SlotSet started(int table, String start) {
        int reading = plan.tables().get(table).reading();
        ImmutableList<String> words = state.wordsOf(table, start);
        if (words.stream().allMatch(word -> BlockKey.isTelling(records(reading, word), size))) {
            return state.possible(table, start);
        }
        java.util.BitSet union = new java.util.BitSet();
        for (String word : words) {
            if (BlockKey.isTelling(records(reading, word), size)) {
                state.word(reading, word).forEach(union::set);
            }
        }
        return SlotSet.of(union.stream().toArray());
    }
}
