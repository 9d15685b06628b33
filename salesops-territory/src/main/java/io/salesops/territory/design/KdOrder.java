package io.salesops.territory.design;

/** Points in an order in which neighbours are near, by halving the longest side of their box (Bentley 1975). O(n log n). */
final class KdOrder {
    private final Points points;
    private final int leaf;
    private final int[] order;

    private KdOrder(Points points, int leaf) {
        this.points = points;
        this.leaf = leaf;
        order = new int[points.size()];
        for (int u = 0; u < order.length; u++) {
            order[u] = u;
        }
    }

    /** Returns the order; each run of {@code leaf} points from the start is a block of near ones. */
    static int[] of(Points points, int leaf) {
        KdOrder kd = new KdOrder(points, leaf);
        kd.split(0, kd.order.length);
        return kd.order;
    }

    /** Returns the numbers of points by x, then y, then number. */
    static int[] sorted(double[] x, double[] y) {
        long[] keys = new long[x.length];
        for (int i = 0; i < x.length; i++) {
            // The order of doubles as whole numbers, kept to 32 bits; ties are put right below.
            long bits = Double.doubleToLongBits(x[i] + 0.0);
            long ordered = bits ^ ((bits >> 63) & Long.MAX_VALUE);
            keys[i] = ((ordered >> 32) << 32) | i;
        }
        java.util.Arrays.sort(keys);
        int[] order = new int[x.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (int) keys[i];
        }
        int from = 0;
        while (from < order.length) {
            int before = from + 1;
            while (before < order.length && keys[before] >> 32 == keys[from] >> 32) {
                before++;
            }
            if (before - from > 1) {
                Integer[] run = new Integer[before - from];
                for (int i = from; i < before; i++) {
                    run[i - from] = order[i];
                }
                java.util.Arrays.sort(
                        run,
                        java.util.Comparator.<Integer>comparingDouble(i -> x[i])
                                .thenComparingDouble(i -> y[i])
                                .thenComparingInt(i -> i));
                for (int i = from; i < before; i++) {
                    order[i] = run[i - from];
                }
            }
            from = before;
        }
        return order;
    }

    private void split(int from, int before) {
        if (before - from <= leaf) {
            return;
        }
        double[] axis = longest(from, before);
        int blocks = (before - from + leaf - 1) / leaf;
        int middle = from + (blocks / 2) * leaf;
        select(axis, from, before - 1, middle);
        split(from, middle);
        split(middle, before);
    }

    private double[] longest(int from, int before) {
        double[] best = points.x;
        double longest = -1;
        for (double[] axis : new double[][] {points.x, points.y, points.z}) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int i = from; i < before; i++) {
                low = Math.min(low, axis[order[i]]);
                high = Math.max(high, axis[order[i]]);
            }
            if (high - low > longest) {
                longest = high - low;
                best = axis;
            }
        }
        return best;
    }

    private boolean less(double[] axis, int one, int other) {
        return axis[one] < axis[other] || (axis[one] == axis[other] && one < other);
    }

    /** Quickselect by coordinate, then by number, so that equal points have an order too. */
    private void select(double[] axis, int first, int last, int rank) {
        int low = first;
        int high = last;
        while (low < high) {
            int pivot = order[(low + high) >>> 1];
            int i = low;
            int j = high;
            while (i <= j) {
                while (less(axis, order[i], pivot)) {
                    i++;
                }
                while (less(axis, pivot, order[j])) {
                    j--;
                }
                if (i <= j) {
                    int swap = order[i];
                    order[i++] = order[j];
                    order[j--] = swap;
                }
            }
            if (rank <= j) {
                high = j;
            } else if (rank >= i) {
                low = i;
            } else {
                return;
            }
        }
    }
}
