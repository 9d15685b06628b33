package io.salesops.territory.design;

import io.salesops.core.finding.Finding;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rules of apart that each could be kept, but not all with so few territories: more units each apart from each other than there are
 * territories, or, with two territories, a circle of an odd number of pairs. Not every contradiction is found, as that is hard.
 */
final class ApartConflicts {
    private final UnitTable table;
    private final Compilation compilation;
    private final TreeMap<Integer, Set<Integer>> apart = new TreeMap<>();

    private ApartConflicts(UnitTable table, Compilation compilation) {
        this.table = table;
        this.compilation = compilation;
        for (UnitGroup group : table.problem.apart()) {
            for (UnitId unit : group.units()) {
                for (UnitId other : group.units()) {
                    int one = compilation.nodes()[table.number(unit)];
                    int two = compilation.nodes()[table.number(other)];
                    if (one != two) {
                        apart.computeIfAbsent(one, node -> new TreeSet<>()).add(two);
                    }
                }
            }
        }
    }

    static List<Finding> find(UnitTable table, Compilation compilation) {
        ApartConflicts conflicts = new ApartConflicts(table, compilation);
        int territories = table.territories.size();
        List<Integer> crowd = conflicts.crowd();
        List<Finding> findings = new ArrayList<>();
        boolean oneRule =
                table.problem.apart().stream().anyMatch(group -> group.units().size() > territories);
        if (crowd.size() > territories && !oneRule) {
            findings.add(Finding.error(
                            "territory.apart.crowd",
                            "/apart",
                            "units " + conflicts.names(crowd) + " are each to be apart from each other, but there are "
                                    + territories + " territories")
                    .maybe("Maybe one of the rules is out of date."));
        } else if (territories == 2 && !oneRule) {
            conflicts
                    .oddCircle()
                    .ifPresent(unit -> findings.add(Finding.error(
                                    "territory.apart.circle",
                                    "/apart",
                                    "unit " + conflicts.names(List.of(unit))
                                            + " lies on a circle of an odd number of units of which each is to be apart from the"
                                            + " next, but there are two territories")
                            .maybe("Maybe one of the rules is out of date.")));
        }
        return findings;
    }

    private String names(List<Integer> nodes) {
        List<String> names = new ArrayList<>();
        for (int node : nodes.subList(0, Math.min(6, nodes.size()))) {
            for (int u = 0; u < compilation.nodes().length; u++) {
                if (compilation.nodes()[u] == node) {
                    names.add(table.units.get(u).id().value());
                    break;
                }
            }
        }
        return String.join(", ", names) + (nodes.size() > 6 ? " and " + (nodes.size() - 6) + " more" : "");
    }

    /** The largest set of nodes, each apart from each other, that grows greedily from any node. */
    private List<Integer> crowd() {
        List<Integer> largest = new ArrayList<>();
        for (int start : apart.keySet()) {
            List<Integer> crowd = new ArrayList<>(List.of(start));
            Set<Integer> others = apart.getOrDefault(start, Set.of());
            if (others.size() < largest.size()) {
                continue;
            }
            for (int other : others) {
                if (apart.getOrDefault(other, Set.of()).containsAll(crowd)) {
                    crowd.add(other);
                }
            }
            largest = crowd.size() > largest.size() ? crowd : largest;
        }
        return largest;
    }

    private java.util.Optional<Integer> oddCircle() {
        int[] side = new int[compilation.nodeCount()];
        Arrays.fill(side, -1);
        for (int start : apart.keySet()) {
            if (side[start] >= 0) {
                continue;
            }
            Deque<Integer> open = new ArrayDeque<>(List.of(start));
            side[start] = 0;
            while (!open.isEmpty()) {
                int node = open.remove();
                for (int other : apart.getOrDefault(node, Set.of())) {
                    if (side[other] < 0) {
                        side[other] = 1 - side[node];
                        open.add(other);
                    } else if (side[other] == side[node]) {
                        return java.util.Optional.of(node);
                    }
                }
            }
        }
        return java.util.Optional.empty();
    }
}
