package io.salesops.territory.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.testkit.MapArbitraries;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Joined maps weigh what the fine one does, hang together where it does, and their plans are plans of it. */
class CoarseningProperties {

    @Property(tries = 100)
    void nothingIsLost(@ForAll("maps") TerritoryProblem problem, @ForAll @IntRange(min = 1, max = 20) int most) {
        SearchProblem fine = compiled(problem);
        Coarsening coarsening = Coarsening.of(fine, most);
        SearchProblem coarse = coarsening.coarse();

        assertThat(Arrays.stream(coarse.masses).sum())
                .isCloseTo(Arrays.stream(fine.masses).sum(), org.assertj.core.data.Percentage.withPercentage(1e-9));
        assertThat(Arrays.stream(coarse.bands.weights).sum())
                .isEqualTo(Arrays.stream(fine.bands.weights).sum());
        int[] own = new int[coarse.units];
        Arrays.setAll(own, i -> i);
        int[] nodes = coarsening.spread(own);
        assertThat(coarsening.gather(nodes)).isEqualTo(own);
        // Each joined unit hangs together.
        Graph graph = fine.graph;
        for (int node : own) {
            int[] units = java.util.stream.IntStream.range(0, fine.units)
                    .filter(u -> nodes[u] == node)
                    .toArray();
            int[] place = new int[fine.units];
            Arrays.fill(place, -1);
            for (int i = 0; i < units.length; i++) {
                place[units[i]] = i;
            }
            assertThat(units).isNotEmpty();
            assertThat(graph.part(units, place).components()).containsOnly(0);
        }
        for (int u = 0; u < fine.units; u++) {
            for (int v = 0; v < fine.units; v++) {
                if (graph.joins(u, v) && nodes[u] != nodes[v]) {
                    assertThat(coarse.graph.joins(nodes[u], nodes[v])).isTrue();
                }
            }
        }
    }

    private static SearchProblem compiled(TerritoryProblem problem) {
        UnitTable table = new UnitTable(problem);
        return new Compilation(table, Adjacencies.of(table).graph()).problem(List.of());
    }

    @Provide
    Arbitrary<TerritoryProblem> maps() {
        return MapArbitraries.maps();
    }
}
