package io.salesops.territory.design;

import io.salesops.territory.area.AlignmentUnit;
import io.salesops.territory.area.Forbidden;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryProblem;
import io.salesops.territory.area.UnitGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which rules of a problem a plan breaks: locks, groups, forbidden pairs, contiguity. */
final class RuleAudit {
    private RuleAudit() {}

    /** Returns what is broken, in words. */
    static List<String> faults(TerritoryProblem problem, Alternative alternative) {
        TerritoryPlan plan = alternative.plan();
        List<String> faults = new ArrayList<>();
        for (AlignmentUnit unit : problem.units()) {
            if (unit.locked()
                    && !unit.present()
                            .equals(Optional.ofNullable(plan.assignment().get(unit.id())))) {
                faults.add("locked unit " + unit.id() + " was moved");
            }
        }
        for (UnitGroup group : problem.together()) {
            if (group.units().stream().map(plan.assignment()::get).distinct().count() > 1) {
                faults.add("units that stay together are apart: " + group.units());
            }
        }
        for (UnitGroup group : problem.apart()) {
            if (group.units().stream().map(plan.assignment()::get).distinct().count()
                    < group.units().size()) {
                faults.add("units that are to be apart are together: " + group.units());
            }
        }
        for (Forbidden pair : problem.forbidden()) {
            if (pair.territory().equals(plan.assignment().get(pair.unit()))) {
                faults.add("unit " + pair.unit() + " is in " + pair.territory() + ", where it is forbidden");
            }
        }
        if (problem.contiguous() && alternative.fragments() > 0) {
            faults.add("territories fall into parts: " + alternative.fragments());
        }
        return faults;
    }
}
