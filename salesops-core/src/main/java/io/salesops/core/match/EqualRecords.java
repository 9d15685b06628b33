package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

/**
 * Records that agree in all that is compared, where that is enough to be a match: they are one, whatever blocks they share.
 * The copies of one record need no pairs among each other, which would be too many where there are thousands: each is a
 * match with the first, which stands for all. In a link of two tables the copies of both sides are matched one to one.
 * Immutable and thread-safe; time and memory are linear in the records and matches.
 */
final class EqualRecords {
    private final int[] first;
    private final int[] copies;
    private final long[] matches;
    private final int[] weights;

    private EqualRecords(int[] first, int[] copies, long[] matches, int[] weights) {
        this.first = first;
        this.copies = copies;
        this.matches = matches;
        this.weights = weights;
    }

    /** Finds the equal records among those of a comparison, and adds their matches to those of its blocks. */
    static EqualRecords of(Rows rows, ImmutableList<Column> columns, Comparison comparison) {
        return of(
                rows,
                columns,
                comparison.source().weigher(),
                comparison.threshold(),
                comparison.matches(),
                comparison.weights());
    }

    /**
     * Finds the equal records, and adds their matches to others.
     *
     * @param matches packed, ascending, with their weights in thousandths of a bit
     */
    static EqualRecords of(
            Rows rows,
            ImmutableList<Column> columns,
            PairWeigher weigher,
            int threshold,
            long[] matches,
            int[] weights) {
        int[] groups = groups(rows.size(), columns);
        int[][] members = members(groups);
        int[] first = new int[rows.size()];
        int[] copies = new int[rows.size()];
        int[] weightOf = new int[members.length];
        PairList added = new PairList();
        for (int group = 0; group < members.length; group++) {
            int[] equal = members[group];
            Arrays.stream(equal).forEach(row -> {
                first[row] = row;
                copies[row] = 1;
            });
            int second = secondTable(rows, equal);
            if (second == 0 || second == equal.length) {
                continue;
            }
            weightOf[group] = weigher.weight(equal[0], equal[second]);
            if (weightOf[group] < threshold) {
                continue;
            }
            if (rows.isLink()) {
                for (int i = 0; i < second && second + i < equal.length; i++) {
                    added.add(equal[i], equal[second + i]);
                }
                continue;
            }
            copies[equal[0]] = equal.length;
            for (int i = 1; i < equal.length; i++) {
                first[equal[i]] = equal[0];
                copies[equal[i]] = 0;
                added.add(equal[0], equal[i]);
            }
        }
        long[] more = added.toArray();
        Arrays.sort(more);
        int[] moreWeights = Arrays.stream(more)
                .mapToInt(pair -> weightOf[groups[PairList.first(pair)]])
                .toArray();
        return new EqualRecords(first, copies, new long[0], new int[0]).with(matches, weights, more, moreWeights);
    }

    /** Where the partners of the first row begin among rows that are equal. */
    private static int secondTable(Rows rows, int[] equal) {
        if (!rows.isLink()) {
            return 1;
        }
        int at = Arrays.binarySearch(equal, rows.split());
        return at < 0 ? -at - 1 : at;
    }

    /** The rows that are equal in all columns, ascending; single rows among them. */
    static int[][] sets(int size, ImmutableList<Column> columns) {
        return members(groups(size, columns));
    }

    /** The number of each row's texts, all together. */
    private static int[] groups(int size, ImmutableList<Column> columns) {
        int[] groups = new int[size];
        for (Column column : columns) {
            LongNumbers numbers = new LongNumbers(size);
            for (int row = 0; row < size; row++) {
                groups[row] = numbers.of(((long) groups[row] << Integer.SIZE) | (column.value(row) + 1));
            }
        }
        return groups;
    }

    /** The rows of each group, ascending. */
    private static int[][] members(int[] groups) {
        int[] sizes = new int[Arrays.stream(groups).max().orElse(-1) + 1];
        for (int group : groups) {
            sizes[group]++;
        }
        int[][] members = new int[sizes.length][];
        for (int row = groups.length - 1; row >= 0; row--) {
            int group = groups[row];
            members[group] = members[group] == null ? new int[sizes[group]] : members[group];
            members[group][--sizes[group]] = row;
        }
        return members;
    }

    private EqualRecords with(long[] one, int[] ofOne, long[] other, int[] ofOther) {
        long[] all = new long[Math.addExact(one.length, other.length)];
        int[] allWeights = new int[all.length];
        int size = 0;
        for (int i = 0, j = 0; i < one.length || j < other.length; size++) {
            boolean isOne = j == other.length || (i < one.length && one[i] <= other[j]);
            all[size] = isOne ? one[i] : other[j];
            allWeights[size] = isOne ? ofOne[i] : ofOther[j];
            j += j < other.length && other[j] == all[size] ? 1 : 0;
            i += isOne ? 1 : 0;
        }
        return new EqualRecords(first, copies, Arrays.copyOf(all, size), Arrays.copyOf(allWeights, size));
    }

    /** How many records there are. */
    int size() {
        return first.length;
    }

    /** The record that stands for this one: the first that is equal. */
    int first(int record) {
        return first[record];
    }

    /** How many records this one stands for, itself among them; 0 where another stands for it. */
    int copies(int record) {
        return copies[record];
    }

    /** The matches of blocks, and of each copy with the first; packed, ascending. */
    long[] matches() {
        return matches;
    }

    /** Their weights in thousandths of a bit. */
    int[] weights() {
        return weights;
    }
}
