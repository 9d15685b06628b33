package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.process.DealReader;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tells how the open pipeline of one day became that of another.
 *
 * <p>What a deal was on each of the two evenings decides, so a deal that went and came back in between did neither. The order
 * of the deals changes nothing. Cost: linear in deals, n log n in the changes of each. Immutable and thread-safe.
 */
public final class WaterfallMeter {
    private final SalesProcess process;
    private final DealReader reader;

    private WaterfallMeter(SalesProcess process) {
        this.process = process;
        this.reader = DealReader.of(process);
    }

    /**
     * Makes a meter for the deals of a process.
     *
     * @throws FindingsException with everything that is wrong with the process
     */
    public static WaterfallMeter of(SalesProcess process) {
        ImmutableList<Finding> problems = process.problems();
        if (!problems.isEmpty()) {
            throw new FindingsException(problems);
        }
        return new WaterfallMeter(process);
    }

    /** Returns what became of all open deals in the days, by amount and without a window. */
    public Waterfall waterfall(DateRange days, Iterable<Opportunity> deals, AsOf asOf) {
        return waterfall(WaterfallQuery.of(days), deals, asOf);
    }

    /**
     * Returns what became of the pipeline in the days, from the history of the deals, and from their dates where there is none.
     *
     * @param asOf zone and knowledge; its day has no effect
     */
    public Waterfall waterfall(WaterfallQuery query, Iterable<Opportunity> deals, AsOf asOf) {
        WaterfallRun run = new WaterfallRun(query);
        AsOf eve = asOf.withDate(query.days().from().orElseThrow().minusDays(1));
        AsOf end = asOf.withDate(query.days().before().orElseThrow().minusDays(1));
        for (Opportunity deal : deals) {
            DealReader.Reading before = reader.read(deal, eve);
            DealReader.Reading after = reader.read(deal, end);
            Optional<String> reason = after.leftOut().or(before::leftOut);
            if (reason.isPresent()) {
                run.leaveOut(reason.get(), deal.id());
            } else if (after.state().isPresent()) {
                run.add(deal.id(), before.state(), after.state());
            }
        }
        return run.result(rule(), provenance(query, "deals", deals, asOf).build());
    }

    /**
     * Returns what became of the pipeline between two snapshots, where there is no history: each deal as the snapshot has it.
     *
     * @param before the deals on the evening before the first day
     * @param after the deals on the evening of the last day; who is missing was removed
     */
    public Waterfall between(
            WaterfallQuery query, Iterable<Opportunity> before, Iterable<Opportunity> after, AsOf asOf) {
        WaterfallRun run = new WaterfallRun(query);
        AsOf eve = asOf.withDate(query.days().from().orElseThrow().minusDays(1));
        AsOf end = asOf.withDate(query.days().before().orElseThrow().minusDays(1));
        Map<OpportunityId, DealReader.Reading> first = read(before, eve);
        Map<OpportunityId, DealReader.Reading> last = read(after, end);
        TreeSet<OpportunityId> ids = new TreeSet<>(java.util.Comparator.comparing(OpportunityId::value));
        ids.addAll(first.keySet());
        ids.addAll(last.keySet());
        for (OpportunityId id : ids) {
            Optional<DealReader.Reading> was = Optional.ofNullable(first.get(id));
            Optional<DealReader.Reading> is = Optional.ofNullable(last.get(id));
            Optional<String> reason =
                    is.flatMap(DealReader.Reading::leftOut).or(() -> was.flatMap(DealReader.Reading::leftOut));
            if (reason.isPresent()) {
                run.leaveOut(reason.get(), id);
            } else {
                run.add(id, was.flatMap(DealReader.Reading::state), is.flatMap(DealReader.Reading::state));
            }
        }
        return run.result(
                rule(),
                provenance(query, "before", before, asOf)
                        .putInputs("after", input("after", after))
                        .build());
    }

    private Map<OpportunityId, DealReader.Reading> read(Iterable<Opportunity> deals, AsOf asOf) {
        Map<OpportunityId, DealReader.Reading> readings = new LinkedHashMap<>();
        for (Opportunity deal : deals) {
            readings.put(deal.id(), reader.read(deal, asOf));
        }
        return readings;
    }

    private RuleRef rule() {
        return new RuleRef(process.id(), process.version(), "/stages");
    }

    private Provenance.Builder provenance(WaterfallQuery query, String role, Iterable<Opportunity> deals, AsOf asOf) {
        return Provenance.builder()
                .engine("WaterfallMeter")
                .putInputs(
                        "process",
                        new Provenance.Input(process.id(), process.version(), SalesOpsJson.fingerprint(process)))
                .putInputs("query", new Provenance.Input("query", "1", SalesOpsJson.fingerprint(query)))
                .putInputs("asOf", new Provenance.Input(zone(asOf), "1", SalesOpsJson.fingerprint(asOf)))
                .putInputs(role, input(role, deals));
    }

    private static String zone(AsOf asOf) {
        return asOf.zone().getId();
    }

    private static Provenance.Input input(String id, Iterable<Opportunity> deals) {
        return new Provenance.Input(
                id,
                Iterables.size(deals) + " rows",
                Fingerprint.ofFacts(Iterables.transform(deals, Opportunity::toString)));
    }
}
