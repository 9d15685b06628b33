package io.salesops.territory.design;

import java.util.Arrays;
import java.util.Comparator;

/** Numbers territories that have no names of their own by their centres, from north to south. */
final class Naming {
    private Naming() {}

    /** Returns the labels as they are to be; the same ones where territories are given, or units belong to one at present. */
    static int[] northToSouth(UnitTable table, int[] labels) {
        if (table.problem.count().isEmpty()) {
            return labels;
        }
        int count = table.territories.size();
        double[] north = new double[count];
        int[] sizes = new int[count];
        for (int u = 0; u < labels.length; u++) {
            if (table.present(u) >= 0) {
                return labels;
            }
            north[labels[u]] += table.globe ? table.points.z[u] : table.points.y[u];
            sizes[labels[u]]++;
        }
        Integer[] order = new Integer[count];
        Arrays.setAll(order, t -> t);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingDouble(t -> sizes[t] == 0 ? Double.MAX_VALUE : -north[t] / sizes[t])
                        .thenComparingInt(t -> t));
        int[] rank = new int[count];
        for (int i = 0; i < count; i++) {
            rank[order[i]] = i;
        }
        return Arrays.stream(labels).map(label -> rank[label]).toArray();
    }
}
