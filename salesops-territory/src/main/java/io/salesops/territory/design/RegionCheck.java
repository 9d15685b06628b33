package io.salesops.territory.design;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.territory.area.Territory;
import io.salesops.territory.area.TerritoryProblem;

/** Whether the options fit the problem: the region names territories of it. */
final class RegionCheck {
    private RegionCheck() {}

    static ImmutableList<Finding> check(TerritoryProblem problem, DesignOptions options) {
        boolean settled =
                problem.units().stream().anyMatch(unit -> unit.present().isPresent());
        if (options.region().isEmpty() && options.beginning() == Beginning.PRESENT && !settled) {
            return ImmutableList.of(Finding.warning(
                            "territory.present.missing",
                            "/beginning",
                            "the design is to begin with the present territories, but no unit has one: it begins from scratch")
                    .maybe("Maybe state where the units belong at present."));
        }
        if (options.region().isEmpty() || problem.count().orElse(0) > 100_000) {
            return ImmutableList.of();
        }
        ImmutableSet<TerritoryId> known =
                problem.designed().stream().map(Territory::id).collect(ImmutableSet.toImmutableSet());
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        for (TerritoryId one : options.region()) {
            if (!known.contains(one)) {
                findings.add(Finding.error("territory.region.unknown", "/region", "there is no territory " + one)
                        .maybe("Maybe it is misspelt."));
            }
        }
        if (!settled) {
            findings.add(Finding.error(
                            "territory.region.empty",
                            "/region",
                            "a region is to be designed, but no unit has a present territory")
                    .maybe("Maybe state where the units belong at present."));
        }
        return findings.build();
    }
}
