package io.salesops.territory.design;

/** Borders between territories: a move costs O(degree). */
final class CutEdgesTerm implements CompactnessTerm {
    private final Graph graph;
    private final int[] labels;
    private long cut;

    CutEdgesTerm(SearchProblem problem, int[] labels) {
        graph = problem.graph;
        this.labels = labels;
        for (int u = 0; u < labels.length; u++) {
            for (int e = graph.offsets[u]; e < graph.offsets[u + 1]; e++) {
                if (graph.ends[e] > u && labels[graph.ends[e]] != labels[u]) {
                    cut++;
                }
            }
        }
    }

    @Override
    public double delta(int unit, int from, int to) {
        int delta = 0;
        for (int e = graph.offsets[unit]; e < graph.offsets[unit + 1]; e++) {
            int label = labels[graph.ends[e]];
            if (label == from) {
                delta++;
            } else if (label == to) {
                delta--;
            }
        }
        return delta;
    }

    @Override
    public void move(int unit, int from, int to) {
        cut += (long) delta(unit, from, to);
    }

    @Override
    public double value() {
        return cut;
    }
}
