package io.salesops.core.testkit;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.process.CloseDateMoves;
import io.salesops.core.process.ContentCatalogue;
import io.salesops.core.process.HandoffReport;
import io.salesops.core.process.LeadEvent;
import io.salesops.core.process.LeadFunnel;
import io.salesops.core.process.LeadHandoff;
import io.salesops.core.process.Onboarding;
import io.salesops.core.process.RemappedStage;
import io.salesops.core.process.SalesContent;
import io.salesops.core.process.ServiceClock;
import io.salesops.core.process.StageRemapping;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of leads on their way to sales, of stages that become others, and of what new sellers need. */
public final class HandoffArbitraries {
    private static final List<LeadId> LEADS = List.of(LeadId.of("L-1"), LeadId.of("L-2"), LeadId.of("L-3"));

    private HandoffArbitraries() {}

    /** Clocks that run at least on weekdays. */
    public static Arbitrary<ServiceClock> serviceClocks() {
        return Combinators.combine(
                        Arbitraries.of("UTC", "Europe/Berlin", "America/New_York"),
                        Arbitraries.integers().between(1, 600))
                .as((zone, minutes) -> ServiceClock.builder()
                        .calendar(io.salesops.core.time.BusinessCalendar.weekdays(zone, "09:00", "17:30"))
                        .respondWithin(Duration.ofMinutes(minutes))
                        .build());
    }

    /** Events of a few leads. */
    public static Arbitrary<LeadEvent> leadEvents() {
        return Combinators.combine(
                        Arbitraries.of(LEADS),
                        Arbitraries.of(LeadEvent.Kind.class),
                        CrmArbitraries.instants(),
                        Arbitraries.of("no budget", "größer").optional(0.5))
                .as(LeadEvent::new);
    }

    /** Funnels that narrow. */
    public static Arbitrary<LeadFunnel> leadFunnels() {
        return Arbitraries.longs().between(0, 1_000).list().ofSize(4).map(counts -> {
            List<Long> sorted = counts.stream().sorted().toList();
            return new LeadFunnel(sorted.get(3), sorted.get(2), sorted.get(1), sorted.get(0));
        });
    }

    /** Reports on a few leads. */
    public static Arbitrary<HandoffReport> handoffReports() {
        Arbitrary<List<Lead>> leads = CrmArbitraries.leads()
                .list()
                .ofSize(LEADS.size())
                .map(some ->
                        List.of(some.get(0).withId(LEADS.get(0)), some.get(1).withId(LEADS.get(1))));
        return Combinators.combine(serviceClocks(), leads, leadEvents().list().ofMaxSize(8), CrmArbitraries.instants())
                .as((clock, some, events, at) -> LeadHandoff.of(clock).report(some, events, at));
    }

    /** The moves of the close dates of deals. */
    public static Arbitrary<CloseDateMoves> closeDateMoves() {
        return Combinators.combine(CrmArbitraries.opportunities(), TimeArbitraries.asOf())
                .as(CloseDateMoves::of);
    }

    /** What becomes of the deals of a stage if it keeps its name and is likelier to be won. */
    public static Arbitrary<RemappedStage> remappedStages() {
        return Members.of(ProcessArbitraries.auditedDeals()
                .map(audited -> StageRemapping.of(
                                audited.process(), audited.process().withVersion("2"), Map.of())
                        .effect(audited.deals())));
    }

    /** Content for some stages, products and people. */
    public static Arbitrary<SalesContent> salesContents() {
        return Combinators.combine(
                        Arbitraries.of("deck", "case study", "Preisblatt"),
                        CrmArbitraries.names().optional(0.7),
                        CrmArbitraries.days().optional(0.5),
                        CrmArbitraries.days().optional(0.5),
                        some("Prospecting", "Engaging"),
                        some("GTX", "MG"),
                        some("CFO", "buyer"))
                .as((title, owner, review, expires, stages, products, personas) -> SalesContent.builder()
                        .id(title)
                        .title(title)
                        .version("1")
                        .owner(owner)
                        .reviewBy(review)
                        .expires(expires)
                        .stages(stages)
                        .products(products)
                        .personas(personas)
                        .build());
    }

    private static Arbitrary<ImmutableSet<String>> some(String... names) {
        return Arbitraries.subsetOf(names).map(ImmutableSet::copyOf);
    }

    /** Catalogues of up to four. */
    public static Arbitrary<ContentCatalogue> contentCatalogues() {
        return salesContents().list().ofMaxSize(4).map(ContentCatalogue::of);
    }

    /** New sellers with some of their checklist done. */
    public static Arbitrary<Onboarding> onboardings() {
        ImmutableMap<String, Integer> checklist = ImmutableMap.of("CRM", 10, "exam", 30, "ride along", 0);
        Arbitrary<Set<String>> done = Arbitraries.subsetOf(checklist.keySet());
        return Combinators.combine(IdArbitraries.repIds(), CrmArbitraries.days(), done, CrmArbitraries.days())
                .as((rep, started, names, day) -> {
                    Map<String, LocalDate> days = new TreeMap<>();
                    names.forEach(name -> days.put(name, day));
                    return Onboarding.builder()
                            .rep(rep)
                            .started(started)
                            .checklist(checklist)
                            .done(days)
                            .build();
                });
    }
}
