package io.salesops.territory.design;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Hungarian method (Kuhn 1955) by shortest augmenting paths with potentials (Tomizawa 1971): pairs rows with columns so that
 * the sum of their benefits is largest. Exact. O(n³) for n rows or columns, whichever are more; on matrices with few large
 * benefits paths are short, and it is nearer to O(n²).
 */
final class BestMatching {
    private final int size;
    private final List<Map<Integer, BigInteger>> benefits;
    private final BigInteger[] rowPotentials;
    private final BigInteger[] columnPotentials;
    /** The row of each column; both count from 1, and 0 is the row that is being placed. */
    private final int[] rowOf;

    private final int[] previous;

    private BestMatching(List<Map<Integer, BigInteger>> benefits, int columns) {
        this.benefits = benefits;
        size = Math.max(benefits.size(), columns);
        rowPotentials = zeros();
        columnPotentials = zeros();
        rowOf = new int[size + 1];
        previous = new int[size + 1];
    }

    /**
     * Returns the column of each row, or -1 where pairing it has no benefit.
     *
     * @param benefits for each row the positive benefits by column; all others are 0
     */
    static int[] of(List<Map<Integer, BigInteger>> benefits, int columns) {
        BestMatching matching = new BestMatching(benefits, columns);
        for (int row = 1; row <= matching.size; row++) {
            matching.place(row);
        }
        int[] columnOf = new int[benefits.size()];
        Arrays.fill(columnOf, -1);
        for (int column = 1; column <= matching.size; column++) {
            int row = matching.rowOf[column] - 1;
            if (row < benefits.size() && benefits.get(row).containsKey(column - 1)) {
                columnOf[row] = column - 1;
            }
        }
        return columnOf;
    }

    private BigInteger[] zeros() {
        BigInteger[] zeros = new BigInteger[size + 1];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    /** What is left of the cost of a pair, the negative benefit, after both potentials; never negative for tight columns. */
    private BigInteger reduced(int row, int column) {
        BigInteger benefit =
                row > benefits.size() ? null : benefits.get(row - 1).get(column - 1);
        BigInteger cost = benefit == null ? BigInteger.ZERO : benefit.negate();
        return cost.subtract(rowPotentials[row]).subtract(columnPotentials[column]);
    }

    /** Finds the cheapest way to place a row, moving others aside along an alternating path. */
    private void place(int row) {
        rowOf[0] = row;
        @Nullable BigInteger[] slack = new @Nullable BigInteger[size + 1];
        boolean[] reached = new boolean[size + 1];
        int column = 0;
        do {
            reached[column] = true;
            int next = -1;
            BigInteger least = BigInteger.ZERO;
            for (int j = 1; j <= size; j++) {
                if (reached[j]) {
                    continue;
                }
                BigInteger reduced = reduced(rowOf[column], j);
                BigInteger known = slack[j];
                if (known == null || reduced.compareTo(known) < 0) {
                    slack[j] = reduced;
                    known = reduced;
                    previous[j] = column;
                }
                if (next < 0 || known.compareTo(least) < 0) {
                    least = known;
                    next = j;
                }
            }
            shift(reached, slack, least);
            column = next;
        } while (rowOf[column] != 0);
        while (column != 0) {
            rowOf[column] = rowOf[previous[column]];
            column = previous[column];
        }
    }

    private void shift(boolean[] reached, @Nullable BigInteger[] slack, BigInteger by) {
        if (by.signum() == 0) {
            return;
        }
        for (int j = 0; j <= size; j++) {
            BigInteger known = slack[j];
            if (reached[j]) {
                rowPotentials[rowOf[j]] = rowPotentials[rowOf[j]].add(by);
                columnPotentials[j] = columnPotentials[j].subtract(by);
            } else if (known != null) {
                slack[j] = known.subtract(by);
            }
        }
    }
}
