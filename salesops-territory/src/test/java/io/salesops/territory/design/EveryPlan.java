package io.salesops.territory.design;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.territory.area.Border;
import io.salesops.territory.area.Compactness;
import io.salesops.territory.area.Location;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitId;
import java.util.ArrayList;
import java.util.List;

/** Tries every plan of a small map in a plane: connected territories, none empty. Knows nothing of the search. */
final class EveryPlan {
    private final TerritoryProblem problem;
    private final List<UnitId> units;
    private final int count;
    private final List<int[]> borders = new ArrayList<>();
    private double leastViolation = Double.MAX_VALUE;
    private double leastObjective = Double.MAX_VALUE;

    EveryPlan(TerritoryProblem problem) {
        this.problem = problem;
        count = problem.count().orElseThrow();
        units = problem.units().stream().map(unit -> unit.id()).toList();
        for (Border border : problem.borders()) {
            borders.add(new int[] {units.indexOf(border.a()), units.indexOf(border.b())});
        }
        place(0, 0, new int[units.size()]);
    }

    private void place(int next, int used, int[] plan) {
        if (next < plan.length) {
            for (int t = 0; t <= Math.min(used, count - 1); t++) {
                plan[next] = t;
                place(next + 1, Math.max(used, t + 1), plan);
            }
        } else if (used == count && connected(plan)) {
            double violation = violationOf(plan);
            double objective = objectiveOf(plan);
            if (violation < leastViolation - 1e-9) {
                leastViolation = violation;
                leastObjective = objective;
            } else if (violation < leastViolation + 1e-9) {
                leastObjective = Math.min(leastObjective, objective);
            }
        }
    }

    /** Whether merging units along uncut borders leaves one part a territory. */
    private boolean connected(int[] plan) {
        int[] part = new int[plan.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = i;
        }
        int parts = plan.length;
        for (int[] border : borders) {
            int one = part[border[0]];
            int other = part[border[1]];
            if (plan[border[0]] == plan[border[1]] && one != other) {
                for (int i = 0; i < part.length; i++) {
                    part[i] = part[i] == one ? other : part[i];
                }
                parts--;
            }
        }
        return parts == count;
    }

    private double violationOf(int[] plan) {
        double band = problem.balance().get(0).band().orElseThrow().value().approximate();
        long total = 0;
        long[] loads = new long[count];
        for (int i = 0; i < plan.length; i++) {
            loads[plan[i]] += problem.units().get(i).weight("accounts");
            total += problem.units().get(i).weight("accounts");
        }
        double target = (double) total / count;
        long least = Math.min((long) Math.ceil(target * (1 - band) - 1e-9), (long) Math.floor(target + 1e-9));
        long most = Math.max((long) Math.floor(target * (1 + band) + 1e-9), (long) Math.ceil(target - 1e-9));
        double violation = 0;
        for (long load : loads) {
            violation += (Math.max(0, least - load) + Math.max(0, load - most)) / Math.max(1, target);
        }
        return violation;
    }

    private double objectiveOf(int[] plan) {
        if (problem.objective().compactness() == Compactness.CUT_EDGES) {
            return borders.stream()
                    .filter(border -> plan[border[0]] != plan[border[1]])
                    .count();
        }
        double[][] sums = new double[count][4];
        for (int i = 0; i < plan.length; i++) {
            Location.Planar at = (Location.Planar) problem.units().get(i).location();
            double weight = problem.units().get(i).weight("accounts");
            sums[plan[i]][0] += weight;
            sums[plan[i]][1] += weight * at.x();
            sums[plan[i]][2] += weight * at.y();
            sums[plan[i]][3] += weight * (at.x() * at.x() + at.y() * at.y());
        }
        double objective = 0;
        for (double[] sum : sums) {
            objective += sum[3] - (sum[1] * sum[1] + sum[2] * sum[2]) / sum[0];
        }
        return objective;
    }

    private int[] numbered(ImmutableMap<UnitId, TerritoryId> plan) {
        List<TerritoryId> territories = plan.values().stream().distinct().toList();
        return units.stream()
                .mapToInt(unit -> territories.indexOf(plan.get(unit)))
                .toArray();
    }

    double violation(ImmutableMap<UnitId, TerritoryId> plan) {
        return violationOf(numbered(plan));
    }

    double objective(ImmutableMap<UnitId, TerritoryId> plan) {
        return objectiveOf(numbered(plan));
    }

    double leastViolation() {
        return leastViolation;
    }

    double leastObjective() {
        return leastObjective;
    }
}
