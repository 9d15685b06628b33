package io.salesops.core.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Connected components of numbered records; the smallest number stands for its component, whatever the order of the
 * unions. Source: R. E. Tarjan, 1975; time is almost linear.
 */
final class UnionFind {
    private final int[] parent;

    UnionFind(int size) {
        parent = new int[size];
        for (int i = 0; i < size; i++) {
            parent[i] = i;
        }
    }

    int find(int member) {
        int at = member;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    /** The components of two members and more, by their smallest; members are ascending. */
    List<List<Integer>> sets() {
        Map<Integer, List<Integer>> sets = new TreeMap<>();
        for (int member = 0; member < parent.length; member++) {
            sets.computeIfAbsent(find(member), root -> new ArrayList<>()).add(member);
        }
        return sets.values().stream().filter(set -> set.size() > 1).toList();
    }

    void union(int first, int second) {
        int a = find(first);
        int b = find(second);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
