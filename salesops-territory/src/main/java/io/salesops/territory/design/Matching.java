package io.salesops.territory.design;

import java.util.Arrays;

/** The cheapest assignment of rows to columns (Kuhn 1955, Munkres 1957; with potentials). O(n^3). */
final class Matching {
    private Matching() {}

    /** Returns the column of each row of a square table. */
    static int[] of(double[][] costs) {
        int n = costs.length;
        double[] rowPotential = new double[n + 1];
        double[] columnPotential = new double[n + 1];
        int[] rowOf = new int[n + 1];
        int[] way = new int[n + 1];
        for (int row = 1; row <= n; row++) {
            rowOf[0] = row;
            int column = 0;
            double[] slack = new double[n + 1];
            boolean[] used = new boolean[n + 1];
            Arrays.fill(slack, Double.MAX_VALUE);
            do {
                used[column] = true;
                int current = rowOf[column];
                double least = Double.MAX_VALUE;
                int next = 0;
                for (int j = 1; j <= n; j++) {
                    if (used[j]) {
                        continue;
                    }
                    double reduced = costs[current - 1][j - 1] - rowPotential[current] - columnPotential[j];
                    if (reduced < slack[j]) {
                        slack[j] = reduced;
                        way[j] = column;
                    }
                    if (slack[j] < least) {
                        least = slack[j];
                        next = j;
                    }
                }
                for (int j = 0; j <= n; j++) {
                    if (used[j]) {
                        rowPotential[rowOf[j]] += least;
                        columnPotential[j] -= least;
                    } else {
                        slack[j] -= least;
                    }
                }
                column = next;
            } while (rowOf[column] != 0);
            do {
                int previous = way[column];
                rowOf[column] = rowOf[previous];
                column = previous;
            } while (column != 0);
        }
        int[] columns = new int[n];
        for (int j = 1; j <= n; j++) {
            columns[rowOf[j] - 1] = j - 1;
        }
        return columns;
    }
}
