package io.salesops.territory.design;

import io.salesops.territory.area.Border;
import io.salesops.territory.area.TerritoryProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The borders of a problem: given, found from points, and bridges to what would be islands. */
final class Adjacencies {
    private final Graph graph;
    private final List<int[]> bridges;

    private Adjacencies(Graph graph, List<int[]> bridges) {
        this.graph = graph;
        this.bridges = bridges;
    }

    static Adjacencies of(UnitTable table) {
        TerritoryProblem problem = table.problem;
        Points points = table.points;
        int[][] found = switch (problem.adjacency()) {
            case GIVEN -> new int[2][0];
            case DELAUNAY -> Triangulation.of(points).edges();
            case GABRIEL -> Triangulation.of(points).gabrielEdges();
        };
        int given = problem.borders().size() + problem.bridges().size();
        int at = found[0].length;
        int[] from = Arrays.copyOf(found[0], at + given);
        int[] to = Arrays.copyOf(found[1], at + given);
        for (List<Border> borders : List.of(problem.borders(), problem.bridges())) {
            for (Border border : borders) {
                from[at] = table.number(border.a());
                to[at++] = table.number(border.b());
            }
        }
        Graph graph = Graph.of(points.size(), from, to);
        List<int[]> bridges = new ArrayList<>();
        if (problem.bridgeIslands()) {
            bridges = Islands.bridges(graph, points);
            int[] more = Arrays.copyOf(from, at + bridges.size());
            int[] others = Arrays.copyOf(to, at + bridges.size());
            for (int[] bridge : bridges) {
                more[at] = bridge[0];
                others[at++] = bridge[1];
            }
            graph = Graph.of(points.size(), more, others);
        }
        return new Adjacencies(graph, bridges);
    }

    Graph graph() {
        return graph;
    }

    /** The bridges that were built, beside those of the user. */
    List<int[]> bridges() {
        return bridges;
    }
}
