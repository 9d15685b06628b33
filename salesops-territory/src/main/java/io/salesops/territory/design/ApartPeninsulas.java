package io.salesops.territory.design;

import io.salesops.core.finding.Finding;
import io.salesops.territory.area.UnitGroup;
import io.salesops.territory.area.UnitId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Units that are to be apart from the only way to the rest of the map: what lies behind is too light for a territory. */
final class ApartPeninsulas {
    private final UnitTable table;
    private final Compilation compilation;
    private final Graph borders;
    private final String measure;
    private final BigInteger[] weights;
    private final BigInteger least;

    private ApartPeninsulas(UnitTable table, Compilation compilation) {
        this.table = table;
        this.compilation = compilation;
        borders = compilation.borders();
        measure = table.balance.get(0).measure();
        weights = compilation.exact(measure);
        Targets targets = Targets.reported(table).get(0);
        BigInteger lowest = targets.least(0);
        for (int t = 1; t < table.territories.size(); t++) {
            lowest = lowest.min(targets.least(t));
        }
        least = lowest;
    }

    static List<Finding> find(UnitTable table, Compilation compilation) {
        List<Finding> findings = new ArrayList<>();
        if (table.balance.isEmpty() || table.problem.apart().isEmpty()) {
            return findings;
        }
        ApartPeninsulas peninsulas = new ApartPeninsulas(table, compilation);
        for (int g = 0; g < table.problem.apart().size(); g++) {
            UnitGroup group = table.problem.apart().get(g);
            for (UnitId unit : group.units()) {
                for (UnitId other : group.units()) {
                    peninsulas.look(unit, other, "/apart/" + g, findings);
                }
            }
        }
        return findings;
    }

    private void look(UnitId unit, UnitId other, String path, List<Finding> findings) {
        int start = compilation.nodes()[table.number(unit)];
        int barred = compilation.nodes()[table.number(other)];
        if (start == barred) {
            return;
        }
        boolean[] seen = new boolean[weights.length];
        int[] queue = new int[weights.length];
        seen[start] = true;
        seen[barred] = true;
        int tail = 0;
        queue[tail++] = start;
        BigInteger weight = weights[start];
        boolean touches = false;
        for (int head = 0; head < tail && weight.compareTo(least) < 0; head++) {
            for (int e = borders.offsets[queue[head]]; e < borders.offsets[queue[head] + 1]; e++) {
                int end = borders.ends[e];
                touches |= end == barred;
                if (!seen[end]) {
                    seen[end] = true;
                    queue[tail++] = end;
                    weight = weight.add(weights[end]);
                }
            }
        }
        if (touches && weight.compareTo(least) < 0) {
            findings.add(Finding.warning(
                            "territory.apart.peninsula",
                            path,
                            "unit " + unit + " is to be apart from " + other
                                    + ", but all that hangs together with it otherwise weighs " + weight + " in "
                                    + measure + ", and a territory is to weigh at least " + least
                                    + ": no plan keeps both")
                    .maybe("Maybe drop the rule, or add a bridge."));
        }
    }
}
