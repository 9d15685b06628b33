package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;

/**
 * Submissions of a period, added up the hierarchy.
 *
 * @param period the period
 * @param lines one for each person, by id
 * @param explanation the total of those who report to nobody, as a sum over persons and adjustments
 * @param findings what is missing, late, stale or does not fit the deals
 * @param omitted submissions that were left out
 * @param computedFrom hierarchy, submissions and deals
 */
public record ForecastCall(
        FiscalPeriod period,
        ImmutableSortedMap<RepId, Line> lines,
        Explanation explanation,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Provenance computedFrom)
        implements Outcome {

    /**
     * What a person and everybody below forecast.
     *
     * @param manager to whom the person reports
     * @param own what the person's own deals bring
     * @param gross own and everybody's below, without any adjustment
     * @param adjustments the layers of the person and of everybody below, added up
     * @param total gross and adjustments
     */
    public record Line(
            Optional<RepId> manager,
            CategoryAmounts own,
            CategoryAmounts gross,
            CategoryAmounts adjustments,
            CategoryAmounts total) {}
}
