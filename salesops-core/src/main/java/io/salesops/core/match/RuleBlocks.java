package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/** The records of one blocking rule, grouped by its keys. Made anew for each pass; memory is two numbers an entry. */
final class RuleBlocks {
    private final int[] starts;
    private final int[] members;
    private final int split;

    private RuleBlocks(int[] starts, int[] members, int split) {
        this.starts = starts;
        this.members = members;
        this.split = split;
    }

    /**
     * Groups the records.
     *
     * @param tables the parts of the rule; without any, all records are one block
     * @param refine where above 0, only keys of more records are taken, and of no more than {@code common}
     */
    static RuleBlocks of(Rows rows, ImmutableList<KeyTable> tables, int refine, int common) {
        int size = rows.size();
        Entries entries = new Entries(size);
        for (int record = 0; record < size; record++) {
            if (tables.isEmpty()) {
                entries.add(record, 0);
            } else {
                for (int key : tables.get(0).of(record)) {
                    if (takes(tables.get(0), key, refine, common)) {
                        entries.add(record, key);
                    }
                }
            }
        }
        int groups = tables.isEmpty() ? 1 : tables.get(0).count();
        for (int part = 1; part < tables.size(); part++) {
            KeyTable table = tables.get(part);
            boolean samePart = table.equals(tables.get(part - 1));
            Entries joined = new Entries(entries.size);
            LongNumbers numbers = new LongNumbers(entries.size);
            for (int entry = 0; entry < entries.size; entry++) {
                int record = entries.records[entry];
                for (int key : table.of(record)) {
                    // A part that stands twice means two different keys of it, in one order.
                    if (takes(table, key, refine, common) && !(samePart && key <= entries.groups[entry])) {
                        joined.add(record, numbers.of(((long) entries.groups[entry] << 32) | key));
                    }
                }
            }
            entries = joined;
            groups = numbers.size();
        }
        return entries.grouped(groups, rows.isLink() ? rows.split() : Integer.MAX_VALUE);
    }

    private static boolean takes(KeyTable table, int key, int refine, int common) {
        return refine == 0 || (table.size(key) > refine && table.size(key) <= common);
    }

    int count() {
        return starts.length - 1;
    }

    int size(int block) {
        return starts[block + 1] - starts[block];
    }

    /** A record of the block; the smallest for 0. */
    int member(int block, int index) {
        return members[starts[block] + index];
    }

    /** How many pairs a block has. */
    long pairs(int block) {
        long size = size(block);
        long inFirst = (long) firstOfSecondTable(block) - starts[block];
        return split == Integer.MAX_VALUE ? size * (size - 1) / 2 : inFirst * (size - inFirst);
    }

    /** How many pairs blocks of so many records at most have. */
    long pairsUpTo(int largest) {
        long pairs = 0;
        for (int block = 0; block < count(); block++) {
            pairs += size(block) <= largest ? pairs(block) : 0;
        }
        return pairs;
    }

    void forEachPair(int block, PairSink sink) {
        int end = starts[block + 1];
        boolean link = split != Integer.MAX_VALUE;
        int second = firstOfSecondTable(block);
        for (int i = starts[block]; i < (link ? second : end); i++) {
            for (int j = link ? second : i + 1; j < end; j++) {
                sink.pair(members[i], members[j]);
            }
        }
    }

    /** Members are ascending: those of the first table come first. */
    private int firstOfSecondTable(int block) {
        if (split == Integer.MAX_VALUE) {
            return starts[block + 1];
        }
        int at = Arrays.binarySearch(members, starts[block], starts[block + 1], split);
        return at < 0 ? -at - 1 : at;
    }

    /** Receives a pair: the numbers of two records, the smaller first. */
    @FunctionalInterface
    interface PairSink {
        void pair(int first, int second);
    }

    private static final class Entries {
        private int[] records;
        private int[] groups;
        private int size;

        Entries(int expected) {
            records = new int[Math.max(16, expected)];
            groups = new int[Math.max(16, expected)];
        }

        void add(int record, int group) {
            if (size == records.length) {
                records = Arrays.copyOf(records, size + (size >> 1));
                groups = Arrays.copyOf(groups, records.length);
            }
            records[size] = record;
            groups[size++] = group;
        }

        RuleBlocks grouped(int count, int split) {
            int[] starts = new int[count + 1];
            for (int entry = 0; entry < size; entry++) {
                starts[groups[entry] + 1]++;
            }
            for (int group = 0; group < count; group++) {
                starts[group + 1] += starts[group];
            }
            int[] next = Arrays.copyOf(starts, count);
            int[] members = new int[size];
            for (int entry = 0; entry < size; entry++) {
                members[next[groups[entry]]++] = records[entry];
            }
            return new RuleBlocks(starts, members, split);
        }
    }
}
