package io.salesops.territory.design;

/** Which territories of a plan touch, and regions of such. */
final class TerritoryGraph {
    private final Graph graph;

    TerritoryGraph(SearchProblem problem, int[] labels) {
        Graph borders = problem.graph;
        int count = 0;
        for (int u = 0; u < labels.length; u++) {
            for (int e = borders.offsets[u]; e < borders.offsets[u + 1]; e++) {
                count += labels[u] != labels[borders.ends[e]] ? 1 : 0;
            }
        }
        int[] from = new int[count];
        int[] to = new int[count];
        int size = 0;
        for (int u = 0; u < labels.length; u++) {
            for (int e = borders.offsets[u]; e < borders.offsets[u + 1]; e++) {
                if (labels[u] != labels[borders.ends[e]]) {
                    from[size] = labels[u];
                    to[size++] = labels[borders.ends[e]];
                }
            }
        }
        graph = Graph.of(problem.territories, from, to);
    }

    /** Grows a region of free territories from one of them, and marks it as taken. */
    int[] region(int start, int most, boolean[] taken, Randomness random) {
        int[] region = new int[most];
        int size = 0;
        int[] rim = new int[graph.ends.length + 1];
        int rims = 0;
        rim[rims++] = start;
        while (rims > 0 && size < most) {
            int pick = random.below(rims);
            int territory = rim[pick];
            rim[pick] = rim[--rims];
            if (taken[territory]) {
                continue;
            }
            taken[territory] = true;
            region[size++] = territory;
            for (int e = graph.offsets[territory]; e < graph.offsets[territory + 1]; e++) {
                if (!taken[graph.ends[e]] && rims < rim.length) {
                    rim[rims++] = graph.ends[e];
                }
            }
        }
        int[] found = java.util.Arrays.copyOf(region, size);
        java.util.Arrays.sort(found);
        return found;
    }
}
