package io.salesops.core.match;

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

    void union(int first, int second) {
        int a = find(first);
        int b = find(second);
        parent[Math.max(a, b)] = Math.min(a, b);
    }
}
