package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.time.Duration;

/**
 * How leads went from marketing to sales.
 *
 * @param inTime leads that were answered by their deadline, of those answered or overdue
 * @param responseTimes the working time to the first answer, by lead
 * @param waiting leads without an answer whose deadline is not over
 * @param bySource the funnel of the leads of each source; those without are under the empty text
 * @param rejectedFor how many leads were turned down for each reason; without one under the empty text
 * @param recycledFor how often leads were given back for each reason; without one under the empty text
 * @param findings one warning for each lead that was answered late or not at all
 * @param omitted events of leads that are not there, and leads that were not handed over
 * @param explanation leads handed over as the sum of those answered in time, late, not at all, and still waiting
 * @param computedFrom clock, leads and events
 */
public record HandoffReport(
        Ratio inTime,
        ImmutableSortedMap<LeadId, Duration> responseTimes,
        long waiting,
        ImmutableSortedMap<String, LeadFunnel> bySource,
        ImmutableSortedMap<String, Long> rejectedFor,
        ImmutableSortedMap<String, Long> recycledFor,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Explanation explanation,
        Provenance computedFrom)
        implements Outcome {

    /** The funnel of all leads. */
    public LeadFunnel funnel() {
        return bySource.values().stream().reduce(new LeadFunnel(0, 0, 0, 0), LeadFunnel::plus);
    }
}
