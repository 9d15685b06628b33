package io.salesops.commission.service;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;

/** Periods of a plan are run and closed one after the other. */
final class PeriodOrder {
    private PeriodOrder() {}

    /** Returns what keeps a period from being run; {@code known} are the periods that were run before. */
    static ImmutableList<Finding> check(PlanId plan, FiscalPeriod period, By by, List<PlanPeriod> known) {
        List<Finding> findings = new ArrayList<>();
        for (PlanPeriod each : known) {
            each.latest()
                    .filter(version -> by.at().isBefore(version.by().at()))
                    .ifPresent(version -> findings.add(error(
                                    "early",
                                    plan + " " + period + " cannot be run at " + by.at() + ", before run "
                                            + version.run()
                                            + " of " + each.period() + " at "
                                            + version.by().at())
                            .maybe("Maybe a clock is wrong: what was known when could not be told.")));
            if (each.period().equals(period)) {
                if (each.isClosed()) {
                    findings.add(error(
                                    "closed",
                                    plan + " " + period + " was closed by "
                                            + each.closed().orElseThrow())
                            .maybe("Maybe run the open period: what changed is posted there."));
                }
            } else if (each.period().range().overlaps(period.range())) {
                findings.add(error("overlap", plan + " " + period + " overlaps " + each.period())
                        .maybe("Maybe it is of another calendar."));
            } else if (each.period().from().isAfter(period.from())) {
                findings.add(error("late", plan + " " + each.period() + " was run, which is after " + period));
            } else if (!each.isClosed()) {
                findings.add(error("open", plan + " " + each.period() + " is open, which is before " + period)
                        .maybe("Maybe close it first."));
            }
        }
        return ImmutableList.copyOf(findings);
    }

    private static Finding error(String problem, String message) {
        return Finding.error("commission.period." + problem, "/period", message);
    }
}
