package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The records of an index that share a block with one record, each with the first rule that gives it: the decision of
 * {@link CandidatePairs} for one record. One thread, one of these.
 */
final class IndexBlocks<I extends Comparable<? super I>> {
    private final IndexState<I> state;
    private final IndexPlan plan;
    private final IndexKeys<I> keys;
    private final int own;
    private final int refineAbove;
    private final int common;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> large = new ArrayList<>();
    private final IntList slots = new IntList();
    private final IntList rules = new IntList();
    private boolean hasKey;
    private int uncut;
    private int left;

    private record Block(int rule, SlotSet records) {}

    /**
     * Finds the records.
     *
     * @param equal the records that are equal in all that is compared, which a batch joins whatever blocks they share; their
     *     rule is the number behind that of the last
     * @param own the number of the record that has the id, or -1
     * @param most how many are given at most: those of the smallest blocks, and the smallest ids of the next
     */
    IndexBlocks(IndexState<I> state, IndexKeys<I> keys, SlotSet equal, int own, int most) {
        this.state = state;
        this.plan = state.plan();
        this.keys = keys;
        this.own = own;
        this.refineAbove = plan.model().refineAbove();
        this.common = CandidatePairs.common(refineAbove, keys.size());
        for (int number = 0; number < plan.rules().size(); number++) {
            add(number, plan.rules().get(number));
        }
        blocks.add(new Block(plan.rules().size(), equal));
        long total = blocks.stream().mapToLong(block -> block.records.size()).sum();
        if (total <= most) {
            all();
        } else {
            smallest(most);
        }
    }

    /** The numbers of the records. */
    int[] slots() {
        return slots.toArray();
    }

    /** The rule of each. */
    int[] rules() {
        return rules.toArray();
    }

    /** Whether the record has a key of any rule; one without is compared with none. */
    boolean hasKey() {
        return hasKey;
    }

    /** Keys of so many records that they are compared only where another key cuts them. */
    List<String> large() {
        return large;
    }

    /** How many blocks of two keys are not compared because they are still too large. */
    int uncut() {
        return uncut;
    }

    /** How many records are left out because there are too many. */
    int left() {
        return left;
    }

    private void add(int number, IndexPlan.Rule rule) {
        if (rule.isCut()) {
            cut(number, rule.tables().get(0), rule.tables().get(1));
        } else if (refineAbove == 0 || rule.tables().size() != 1) {
            share(number, rule.tables(), 0, "", state.present());
        } else {
            for (IndexKeys.Key key : keys.of(rule.tables().get(0))) {
                hasKey = true;
                if (key.size() <= refineAbove) {
                    blocks.add(new Block(number, key.records()));
                } else {
                    large.add("'" + key.text() + "' by " + rule.rule() + " of " + key.size() + " records");
                }
            }
        }
    }

    /** The records that share a key of each table from {@code part} on. */
    private void share(int number, ImmutableList<Integer> tables, int part, String before, SlotSet records) {
        if (part == tables.size()) {
            hasKey = true;
            blocks.add(new Block(number, records));
            return;
        }
        boolean isSame = part > 0 && tables.get(part).equals(tables.get(part - 1));
        for (IndexKeys.Key key : keys.of(tables.get(part))) {
            // A part that stands twice means two different keys of it, in one order.
            if (!isSame || key.text().compareTo(before) > 0) {
                SlotSet both = part == 0 ? key.records() : both(records, key.records());
                share(number, tables, part + 1, key.text(), both);
            }
        }
    }

    private static SlotSet both(SlotSet one, SlotSet other) {
        int[] both = new int[Math.min(one.size(), other.size())];
        return SlotSet.of(Arrays.copyOf(both, one.intersect(other, both)));
    }

    private void cut(int number, int table, int otherTable) {
        int[] both = new int[refineAbove];
        for (IndexKeys.Key key : keys.of(table)) {
            for (IndexKeys.Key other : keys.of(otherTable)) {
                boolean isPair = table != otherTable || key.text().compareTo(other.text()) < 0;
                if (!isPair || !isCut(key) || !isCut(other)) {
                    continue;
                }
                int count = key.records().intersect(other.records(), both);
                int size = count
                        + 1
                        - (own >= 0
                                        && key.records().contains(own)
                                        && other.records().contains(own)
                                ? 1
                                : 0);
                if (count > both.length || size > refineAbove) {
                    uncut++;
                } else if (size > 1) {
                    blocks.add(new Block(number, SlotSet.of(Arrays.copyOf(both, count))));
                }
            }
        }
    }

    private boolean isCut(IndexKeys.Key key) {
        return key.size() > refineAbove && key.size() <= common;
    }

    private void all() {
        LongNumbers seen = new LongNumbers(1 << 8);
        for (Block block : blocks) {
            block.records.forEach(slot -> {
                int before = seen.size();
                if (slot != own && seen.of(slot) == before) {
                    slots.add(slot);
                    rules.add(block.rule);
                }
            });
        }
    }

    /** Whole blocks, the smallest first, and of the next the smallest ids: neither depends on the order of arrival. */
    private void smallest(int most) {
        BitSet chosen = new BitSet();
        BitSet union = new BitSet();
        blocks.forEach(block -> block.records.forEach(union::set));
        if (own >= 0) {
            union.clear(own);
        }
        List<Block> bySize = new ArrayList<>(blocks);
        bySize.sort(
                Comparator.comparingInt((Block block) -> block.records.size()).thenComparing(Block::rule));
        for (Block block : bySize) {
            IntList more = new IntList();
            block.records.forEach(slot -> {
                if (slot != own && !chosen.get(slot)) {
                    more.add(slot);
                }
            });
            int room = most - chosen.cardinality();
            int[] of = more.toArray();
            for (int slot : of.length <= room ? of : smallestIds(of, room)) {
                chosen.set(slot);
            }
            if (of.length > room) {
                break;
            }
        }
        left = union.cardinality() - chosen.cardinality();
        BitSet open = (BitSet) chosen.clone();
        for (Block block : blocks) {
            block.records.forEach(slot -> {
                if (open.get(slot)) {
                    open.clear(slot);
                    slots.add(slot);
                    rules.add(block.rule);
                }
            });
        }
    }

    private int[] smallestIds(int[] of, int room) {
        Comparator<Integer> byId = Comparator.comparing(slot -> state.row(slot).id());
        PriorityQueue<Integer> kept = new PriorityQueue<>(byId.reversed());
        for (int slot : of) {
            if (kept.size() < room) {
                kept.add(slot);
            } else if (room > 0 && byId.compare(slot, kept.element()) < 0) {
                kept.remove();
                kept.add(slot);
            }
        }
        return kept.stream().mapToInt(Integer::intValue).toArray();
    }
}
