package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TeamId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;

/**
 * Which deals keep to the process.
 *
 * @param adherence deals without a breach over deals checked
 * @param byRep the same for the deals of each rep
 * @param byTeam the same for the deals of the reps of each team; empty where the auditor does not know the reps
 * @param byPeriod the same for the deals that are to close, or were closed, in each quarter
 * @param breachCounts how many breaches there are of each code
 * @param byDeal every breach, by deal
 * @param findings one finding for each code and field that was breached, with the number of deals and the first few
 * @param omitted deals that could not be checked
 * @param explanation deals checked as the sum of those that keep to the process and those that do not
 * @param computedFrom process and deals
 */
public record AdherenceReport(
        Ratio adherence,
        ImmutableSortedMap<RepId, Ratio> byRep,
        ImmutableSortedMap<TeamId, Ratio> byTeam,
        ImmutableSortedMap<String, Ratio> byPeriod,
        ImmutableSortedMap<String, Long> breachCounts,
        ImmutableListMultimap<OpportunityId, Finding> byDeal,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Explanation explanation,
        Provenance computedFrom)
        implements Outcome {

    /** Returns the breaches of a deal; empty where it keeps to the process. */
    public ImmutableList<Finding> breaches(OpportunityId deal) {
        return byDeal.get(deal);
    }
}
