package io.salesops.territory.design;

import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.Arrays;

/** Which units stay together: groups that share a unit are one. */
final class Groups {
    private Groups() {}

    /** Returns for each unit the number of its node, from 0 by the first unit in it. */
    static int[] of(UnitTable table) {
        int[] root = new int[table.units.size()];
        Arrays.setAll(root, i -> i);
        for (UnitGroup group : table.problem.together()) {
            int first = -1;
            for (UnitId unit : group.units()) {
                int number = find(root, table.number(unit));
                if (first >= 0 && first != number) {
                    root[Math.max(first, number)] = Math.min(first, number);
                    number = Math.min(first, number);
                }
                first = number;
            }
        }
        int[] nodes = new int[root.length];
        int count = 0;
        for (int u = 0; u < root.length; u++) {
            int top = find(root, u);
            nodes[u] = top == u ? count++ : nodes[top];
        }
        return nodes;
    }

    private static int find(int[] root, int at) {
        int found = at;
        while (root[found] != found) {
            found = root[found];
        }
        return found;
    }
}
