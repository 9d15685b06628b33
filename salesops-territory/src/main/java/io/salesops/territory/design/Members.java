package io.salesops.territory.design;

import java.util.Arrays;

/** The units of each territory, in no particular order, so that one can be picked at random. For one thread. */
final class Members {
    private final int[][] lists;
    private final int[] sizes;
    private final int[] places;

    Members(int territories, int[] labels) {
        sizes = new int[territories];
        lists = new int[territories][];
        places = new int[labels.length];
        int[] counts = new int[territories];
        for (int label : labels) {
            counts[label]++;
        }
        for (int t = 0; t < territories; t++) {
            lists[t] = new int[counts[t] + 4];
        }
        for (int u = 0; u < labels.length; u++) {
            add(labels[u], u);
        }
    }

    int size(int territory) {
        return sizes[territory];
    }

    int get(int territory, int index) {
        return lists[territory][index];
    }

    /** The units of a territory in an array that may be longer, and changes with the members. */
    int[] list(int territory) {
        return lists[territory];
    }

    int[] copy(int territory) {
        return Arrays.copyOf(lists[territory], sizes[territory]);
    }

    void move(int unit, int from, int to) {
        int last = lists[from][--sizes[from]];
        lists[from][places[unit]] = last;
        places[last] = places[unit];
        add(to, unit);
    }

    private void add(int territory, int unit) {
        if (sizes[territory] == lists[territory].length) {
            lists[territory] = Arrays.copyOf(lists[territory], 2 * sizes[territory]);
        }
        places[unit] = sizes[territory];
        lists[territory][sizes[territory]++] = unit;
    }
}
