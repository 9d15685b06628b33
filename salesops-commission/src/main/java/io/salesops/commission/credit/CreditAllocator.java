package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides who is credited for events, and how much.
 *
 * <p>Each line of an event is credited by itself. Of the splits that it meets the one of the smallest priority claims
 * first, the next from what is left; all that is claimed is divided at once, by largest remainder, so that direct credits and
 * what nobody has sum to the event to the minor unit. Overlays come on top, and direct credits roll up to the managers of
 * the day of the event. A refund takes from those who have what it {@linkplain CreditEvent#reverses() reverses}, by the
 * rules and managers of that event's day. Neither the order of rules nor that of events means anything. Immutable and
 * thread-safe.
 */
public final class CreditAllocator {
    private final RuleBook book;
    private final Fingerprint fingerprint;

    private CreditAllocator(CreditRules rules) {
        book = new RuleBook(rules);
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(rules));
    }

    /**
     * Obtains the allocator of rules.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static CreditAllocator of(CreditRules rules) {
        ImmutableList<Finding> findings = check(rules);
        if (isRefused(findings)) {
            throw new FindingsException(findings);
        }
        return new CreditAllocator(rules);
    }

    /** Returns everything that is wrong with rules or worth a second look; never throws. */
    public static ImmutableList<Finding> check(CreditRules rules) {
        return CreditRulesCheck.check(rules);
    }

    /** The rules. */
    public CreditRules rules() {
        return book.rules();
    }

    /** Credits events in the calling thread; see {@link #credit(Iterable, SalesOrg, AsOf, Execution)}. */
    public Credits credit(Iterable<CreditEvent> events, SalesOrg org, AsOf asOf) {
        return credit(events, org, asOf, Execution.here());
    }

    /**
     * Credits events.
     *
     * <p>An event that has errors is left out as a whole and named; so are events after the day of the question, recorded
     * later than it knows, or outside the days of the rules, with the reversals of all of these. O(n log n) in the events,
     * times the rules.
     *
     * @param events in any order; what a reversal reverses must be among them
     * @param asOf events after its day, or recorded after its {@code knownAt}, do not count
     */
    public Credits credit(Iterable<CreditEvent> events, SalesOrg org, AsOf asOf, Execution execution) {
        ImmutableList<CreditEvent> all = ImmutableList.copyOf(events);
        return new CreditBatch(book, org, asOf, execution, all).run(all, inputs -> provenance(inputs, org, asOf));
    }

    /** Credits one event that reverses none, with every step; refused where it has errors. */
    public Checked<EventCredits> credit(CreditEvent event, SalesOrg org, AsOf asOf) {
        return explain(event.id(), ImmutableList.of(event), org, asOf);
    }

    /**
     * Credits one of the events, with every step: the same credits as those of all events.
     *
     * @param events those that the event reverses or that reverse the same are needed, others do not matter
     * @return refused where the event has errors or was left out; {@link Credits#omitted()} says why for all events
     */
    public Checked<EventCredits> explain(CreditEventId id, Iterable<CreditEvent> events, SalesOrg org, AsOf asOf) {
        List<CreditEvent> family = family(id, events);
        List<Finding> findings = new ArrayList<>();
        Optional<CreditWriter> writer =
                new CreditBatch(book, org, asOf, Execution.here(), family).explain(id, family, findings);
        if (writer.isEmpty() || isRefused(findings)) {
            return Checked.refused(findings);
        }
        ImmutableList<Uncredited> uncredited = writer.get().uncredited();
        return Checked.accepted(
                EventCredits.builder()
                        .event(id)
                        .credits(writer.get().credits())
                        .uncredited(uncredited)
                        .explanation(writer.get().explanation())
                        .findings(findings)
                        .omitted(CreditBatch.omitted(uncredited))
                        .computedFrom(provenance(family, org, asOf))
                        .build(),
                findings);
    }

    private static List<CreditEvent> family(CreditEventId id, Iterable<CreditEvent> events) {
        CreditEventId root = id;
        for (CreditEvent event : events) {
            if (event.id().equals(id)) {
                root = event.reverses().orElse(id);
            }
        }
        List<CreditEvent> family = new ArrayList<>();
        for (CreditEvent event : events) {
            boolean sameId = event.id().equals(root) || event.id().equals(id);
            if (sameId || event.reverses().equals(Optional.of(root))) {
                family.add(event);
            }
        }
        return family;
    }

    private Provenance provenance(List<CreditEvent> events, SalesOrg org, AsOf asOf) {
        return Provenance.builder()
                .engine("CreditAllocator")
                .putInputs(
                        "rules",
                        new Provenance.Input(book.rules().id(), book.rules().version(), fingerprint))
                .putInputs(
                        "events",
                        new Provenance.Input(
                                "events",
                                Integer.toString(events.size()),
                                Fingerprint.ofFacts(
                                        events.stream().map(CreditBatch::fact).toList())))
                .putInputs(
                        "org",
                        new Provenance.Input("org", Integer.toString(org.reps().size()), org.fingerprint()))
                .putInputs(
                        "asOf",
                        new Provenance.Input(
                                asOf.date().toString(),
                                asOf.knownAt().map(Object::toString).orElse("all"),
                                Fingerprint.ofText(SalesOpsJson.write(asOf))))
                .build();
    }

    static boolean isRefused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
