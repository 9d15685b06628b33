package io.salesops.commission.credit;

import java.util.Arrays;

/**
 * Sorts rows by payee, then day, then id, without boxing: payees by counting, days by a sort of longs, equal days by id.
 *
 * <p>O(n log n) time, two longs and two ints a row beside the columns.
 */
final class CreditOrder {
    private final int[] days;
    private final String[] ids;

    private CreditOrder(int[] days, String[] ids) {
        this.days = days;
        this.ids = ids;
    }

    /**
     * Returns the rows in order.
     *
     * @param payees the payee of each row, as a rank
     * @param starts receives where each payee's rows begin, and after the last where they end
     */
    static int[] sorted(int size, int[] payees, int[] days, String[] ids, int[] starts) {
        int[] rows = byPayee(size, payees, starts);
        CreditOrder order = new CreditOrder(days, ids);
        for (int payee = 0; payee + 1 < starts.length; payee++) {
            order.sort(rows, starts[payee], starts[payee + 1]);
        }
        return rows;
    }

    private static int[] byPayee(int size, int[] payees, int[] starts) {
        for (int row = 0; row < size; row++) {
            starts[payees[row] + 1]++;
        }
        for (int payee = 1; payee < starts.length; payee++) {
            starts[payee] += starts[payee - 1];
        }
        int[] next = starts.clone();
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[next[payees[row]]++] = row;
        }
        return rows;
    }

    private void sort(int[] rows, int from, int to) {
        if (isSorted(rows, from, to)) {
            return;
        }
        long[] keys = new long[to - from];
        for (int i = from; i < to; i++) {
            keys[i - from] = ((long) days[rows[i]] << Integer.SIZE) | rows[i];
        }
        Arrays.sort(keys);
        for (int i = from; i < to; i++) {
            rows[i] = (int) keys[i - from];
        }
        int start = from;
        for (int i = from + 1; i <= to; i++) {
            if (i == to || days[rows[i]] != days[rows[start]]) {
                heapSort(rows, start, i - start);
                start = i;
            }
        }
    }

    private boolean isSorted(int[] rows, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (compare(rows[i - 1], rows[i]) > 0) {
                return false;
            }
        }
        return true;
    }

    private int compare(int one, int other) {
        return days[one] == days[other] ? ids[one].compareTo(ids[other]) : Integer.compare(days[one], days[other]);
    }

    /** Rows of one day; equal ids, which a frame refuses, may come in any order. */
    private void heapSort(int[] rows, int offset, int length) {
        for (int root = length / 2 - 1; root >= 0; root--) {
            sink(rows, offset, root, length);
        }
        for (int last = length - 1; last > 0; last--) {
            int greatest = rows[offset];
            rows[offset] = rows[offset + last];
            rows[offset + last] = greatest;
            sink(rows, offset, 0, last);
        }
    }

    private void sink(int[] rows, int offset, int from, int length) {
        int root = from;
        int child = 2 * root + 1;
        while (child < length) {
            if (child + 1 < length && compare(rows[offset + child], rows[offset + child + 1]) < 0) {
                child++;
            }
            if (compare(rows[offset + root], rows[offset + child]) >= 0) {
                return;
            }
            int row = rows[offset + root];
            rows[offset + root] = rows[offset + child];
            rows[offset + child] = row;
            root = child;
            child = 2 * root + 1;
        }
    }
}
