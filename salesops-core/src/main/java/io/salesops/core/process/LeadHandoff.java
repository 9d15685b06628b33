package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Multimaps;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Follows leads from marketing to sales: whether they were answered in time, and how far they came, by source.
 *
 * <p>The clock of a lead starts when it is first handed over; the earliest answer at or after that counts, whatever the
 * order of the events, and an acceptance or rejection is an answer too. Cost is n log n in the events. Immutable and
 * thread-safe.
 */
public final class LeadHandoff {
    private static final RuleRef RULE = new RuleRef("service-clock", "", "/respondWithin");
    private final ServiceClock clock;
    private final Function<Lead, Optional<String>> source;

    private LeadHandoff(ServiceClock clock, Function<Lead, Optional<String>> source) {
        this.clock = clock;
        this.source = source;
    }

    /** Obtains a follower of leads that are to be answered by the clock; the groups are the sources of the leads. */
    public static LeadHandoff of(ServiceClock clock) {
        return new LeadHandoff(clock, Lead::source);
    }

    /** Returns a follower whose groups are something else of a lead, for example the campaign in a custom field. */
    public LeadHandoff groupedBy(Function<Lead, Optional<String>> group) {
        return new LeadHandoff(clock, group);
    }

    /**
     * Reports on leads at a moment; later events are not known yet.
     *
     * @param leads the leads
     * @param events what happened to them, in any order
     * @param at the moment
     */
    public HandoffReport report(Iterable<Lead> leads, Iterable<LeadEvent> events, Instant at) {
        return new Run(leads, events, at).report();
    }

    /** The state of one report. */
    private final class Run {
        private final ImmutableList<Lead> leads;
        private final ImmutableList<LeadEvent> events;
        private final ImmutableListMultimap<LeadId, LeadEvent> byLead;
        private final Instant at;
        private final TreeMap<LeadId, Duration> times = new TreeMap<>();
        private final TreeMap<String, LeadFunnel> bySource = new TreeMap<>();
        private final TreeMap<String, Long> rejected = new TreeMap<>();
        private final TreeMap<String, Long> recycled = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final List<String> notHandedOver = new ArrayList<>();
        private long inTime;
        private long late;
        private long unanswered;
        private long waiting;

        Run(Iterable<Lead> leads, Iterable<LeadEvent> events, Instant at) {
            this.leads = ImmutableList.sortedCopyOf(Comparator.comparing(Lead::id), leads);
            this.events = ImmutableList.copyOf(events);
            this.at = at;
            this.byLead = Multimaps.index(
                    this.events.stream()
                            .filter(event -> !event.at().isAfter(at))
                            .toList(),
                    LeadEvent::lead);
        }

        HandoffReport report() {
            leads.forEach(this::follow);
            Set<LeadId> known = leads.stream().map(Lead::id).collect(Collectors.toSet());
            List<String> strangers = byLead.keySet().stream()
                    .filter(id -> !known.contains(id))
                    .map(LeadId::toString)
                    .sorted()
                    .toList();
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            if (!strangers.isEmpty()) {
                omitted.add(Omission.of("events of a lead that is not there", strangers, 20));
            }
            if (!notHandedOver.isEmpty()) {
                omitted.add(Omission.of("lead was not handed over", notHandedOver, 20));
            }
            return new HandoffReport(
                    Ratio.of(inTime, inTime + late + unanswered, omitted.build()),
                    ImmutableSortedMap.copyOfSorted(times),
                    waiting,
                    ImmutableSortedMap.copyOfSorted(bySource),
                    ImmutableSortedMap.copyOfSorted(rejected),
                    ImmutableSortedMap.copyOfSorted(recycled),
                    ImmutableList.copyOf(findings),
                    omitted.build(),
                    explanation(),
                    provenance());
        }

        private void follow(Lead lead) {
            ImmutableList<LeadEvent> its = byLead.get(lead.id());
            for (LeadEvent event : its) {
                if (event.kind() == LeadEvent.Kind.REJECTED) {
                    rejected.merge(event.reason().orElse(""), 1L, Long::sum);
                } else if (event.kind() == LeadEvent.Kind.RECYCLED) {
                    recycled.merge(event.reason().orElse(""), 1L, Long::sum);
                }
            }
            long won = reached(its, LeadEvent.Kind.WON);
            long converted = Math.max(won, reached(its, LeadEvent.Kind.CONVERTED));
            long accepted = Math.max(converted, reached(its, LeadEvent.Kind.ACCEPTED));
            long qualified = Math.max(accepted, reached(its, LeadEvent.Kind.QUALIFIED));
            if (qualified == 0) {
                notHandedOver.add(lead.id().toString());
                return;
            }
            bySource.merge(
                    source.apply(lead).orElse(""),
                    new LeadFunnel(qualified, accepted, converted, won),
                    LeadFunnel::plus);
            answer(lead, its);
        }

        private long reached(List<LeadEvent> its, LeadEvent.Kind kind) {
            return its.stream().anyMatch(event -> event.kind() == kind) ? 1 : 0;
        }

        private void answer(Lead lead, List<LeadEvent> its) {
            Optional<Instant> received = ServiceClock.earliest(its.stream()
                            .filter(event -> event.kind() == LeadEvent.Kind.QUALIFIED)
                            .map(LeadEvent::at)
                            .toList())
                    .or(lead::createdAt);
            if (received.isEmpty()) {
                notHandedOver.add(lead.id().toString());
                return;
            }
            List<Instant> answers = its.stream()
                    .filter(event -> event.kind() != LeadEvent.Kind.QUALIFIED)
                    .map(LeadEvent::at)
                    .filter(moment -> !moment.isBefore(received.get()))
                    .toList();
            Instant deadline = clock.deadline(received.get());
            Optional<Instant> first = ServiceClock.earliest(answers);
            clock.responseTime(received.get(), answers).ifPresent(time -> times.put(lead.id(), time));
            if (first.isPresent() && !first.get().isAfter(deadline)) {
                inTime++;
            } else if (first.isPresent()) {
                late++;
                findings.add(Finding.warning(
                        "process.lead.late",
                        lead.id() + "/response",
                        "answered at " + first.get() + ", after " + deadline));
            } else if (at.isAfter(deadline)) {
                unanswered++;
                findings.add(Finding.warning(
                        "process.lead.unanswered", lead.id() + "/response", "not answered by " + deadline));
            } else {
                waiting++;
            }
        }

        private Explanation explanation() {
            return new Explanation.Sum(
                    "handed over by " + at,
                    Quantity.of(inTime + late + unanswered + waiting, "leads"),
                    ImmutableList.of(
                            Step.of(RULE, "answered in time", Quantity.of(inTime, "leads")),
                            Step.of(RULE, "answered late", Quantity.of(late, "leads")),
                            Step.of(RULE, "not answered in time", Quantity.of(unanswered, "leads")),
                            Step.of(RULE, "waiting", Quantity.of(waiting, "leads"))));
        }

        private Provenance provenance() {
            return Provenance.builder()
                    .engine(LeadHandoff.class.getSimpleName())
                    .putInputs(
                            "clock",
                            new Provenance.Input("service-clock", at.toString(), SalesOpsJson.fingerprint(clock)))
                    .putInputs("leads", input("leads", leads))
                    .putInputs("events", input("events", events))
                    .build();
        }

        private Provenance.Input input(String role, List<?> rows) {
            return new Provenance.Input(
                    role,
                    rows.size() + " rows",
                    Fingerprint.ofFacts(rows.stream().map(Object::toString).toList()));
        }
    }
}
