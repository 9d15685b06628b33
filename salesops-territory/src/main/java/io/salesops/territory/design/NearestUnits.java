package io.salesops.territory.design;

import java.util.Arrays;

/** The nearest units of each unit, over a grid of cells with a few units each. */
final class NearestUnits {
    private static final int PER_CELL = 3;
    /** How many units name one that nobody else does. */
    private static final int FEW = 5;

    private final Points points;
    private final double[] u;
    private final double[] v;
    private final int columns;
    private final int rows;
    private final double step;
    private final double low;
    private final double left;
    private final int[] starts;
    private final int[] cells;

    NearestUnits(Points points) {
        this.points = points;
        Projection projection = Projection.of(points);
        u = projection.u();
        v = projection.v();
        double right = -Double.MAX_VALUE;
        double top = -Double.MAX_VALUE;
        double bottom = Double.MAX_VALUE;
        double first = Double.MAX_VALUE;
        for (int i = 0; i < u.length; i++) {
            first = Math.min(first, u[i]);
            right = Math.max(right, u[i]);
            bottom = Math.min(bottom, v[i]);
            top = Math.max(top, v[i]);
        }
        left = first;
        low = bottom;
        double cellCount = Math.max(1, (double) u.length / PER_CELL);
        double area = Math.max((right - left) * (top - low), 1e-12);
        double side = Math.sqrt(area / cellCount);
        side = Math.max(side, Math.max(right - left, top - low) / (4 * cellCount + 1));
        step = side > 0 ? side : 1;
        columns = (int) ((right - left) / step) + 1;
        rows = (int) ((top - low) / step) + 1;
        starts = new int[columns * rows + 1];
        cells = new int[u.length];
        for (int i = 0; i < u.length; i++) {
            starts[cell(i) + 1]++;
        }
        for (int c = 0; c < columns * rows; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = Arrays.copyOf(starts, columns * rows);
        for (int i = 0; i < u.length; i++) {
            cells[next[cell(i)]++] = i;
        }
    }

    private int column(int unit) {
        return (int) ((u[unit] - left) / step);
    }

    private int row(int unit) {
        return (int) ((v[unit] - low) / step);
    }

    private int cell(int unit) {
        return row(unit) * columns + column(unit);
    }

    /** Returns the nearest units of a unit, nearest first; of equal points those that follow it. */
    int[] of(int unit, int count) {
        int most = Math.min(count, u.length - 1);
        int[] found = new int[most];
        double[] squares = new double[most];
        int size = 0;
        int reach = Math.max(columns, rows);
        for (int ring = 0; ring <= reach; ring++) {
            if (size == most && most > 0 && squares[size - 1] <= (ring - 1.0) * step * (ring - 1.0) * step * 0.5) {
                break;
            }
            size = ring(unit, ring, found, squares, size);
        }
        return Arrays.copyOf(found, size);
    }

    private int ring(int unit, int ring, int[] found, double[] squares, int before) {
        int size = before;
        int c = column(unit);
        int r = row(unit);
        for (int row = Math.max(0, r - ring); row <= Math.min(rows - 1, r + ring); row++) {
            boolean edge = row == r - ring || row == r + ring;
            int stride = edge || ring == 0 ? 1 : 2 * ring;
            for (int column = c - ring; column <= c + ring; column += stride) {
                if (column >= 0 && column < columns) {
                    size = scan(unit, row * columns + column, found, squares, size);
                }
            }
        }
        return size;
    }

    private int scan(int unit, int cell, int[] found, double[] squares, int before) {
        int size = before;
        int from = starts[cell];
        int count = starts[cell + 1] - from;
        // Of equal points each lists those that follow, so that they do not all list the same few.
        int own = Arrays.binarySearch(cells, from, from + count, unit);
        int start = own < 0 ? 0 : own - from;
        for (int i = 0; i < count; i++) {
            if (size == found.length && size > 0 && squares[size - 1] == 0) {
                break;
            }
            int other = cells[from + (start + i) % count];
            double square = points.square(unit, other);
            if (other == unit || (size == found.length && (size == 0 || square >= squares[size - 1]))) {
                continue;
            }
            int at = size < found.length ? size++ : size - 1;
            while (at > 0 && squares[at - 1] > square) {
                squares[at] = squares[at - 1];
                found[at] = found[at - 1];
                at--;
            }
            squares[at] = square;
            found[at] = other;
        }
        return size;
    }

    /** Returns for all units the nearest ones; and units that are nobody's nearest for those that are nearest to them. */
    static Graph graph(Points points, int count) {
        NearestUnits nearest = new NearestUnits(points);
        int[][] lists = new int[points.size()][];
        int[] named = new int[lists.length];
        for (int unit = 0; unit < lists.length; unit++) {
            lists[unit] = nearest.of(unit, count);
            for (int other : lists[unit]) {
                named[other]++;
            }
        }
        for (int unit = 0; unit < lists.length; unit++) {
            int few = named[unit] == 0 ? Math.min(FEW, lists[unit].length) : 0;
            for (int i = 0; i < few; i++) {
                int other = lists[unit][i];
                lists[other] = Arrays.copyOf(lists[other], lists[other].length + 1);
                lists[other][lists[other].length - 1] = unit;
            }
        }
        return Graph.directed(lists);
    }
}
