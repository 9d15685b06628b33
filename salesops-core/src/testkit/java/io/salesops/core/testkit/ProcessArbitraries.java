package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.money.Rate;
import io.salesops.core.process.AdherenceReport;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.process.ProcessAuditor;
import io.salesops.core.process.SalesProcess;
import io.salesops.core.process.Stage;
import io.salesops.core.testkit.NearlyValid.Flaw;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of sales processes over the stages of {@link CrmArbitraries#opportunities()}, and of audits by them. */
public final class ProcessArbitraries {
    private static final ImmutableList<String> OPEN = ImmutableList.of("Prospecting", "Engaging", "Proposal");
    private static final ImmutableList<String> FIELDS =
            ImmutableList.of("amount", "closeDate", "owner", "account", "custom.segment");

    private ProcessArbitraries() {}

    /**
     * Deals and the process that they are held against.
     *
     * @param process a process that may not know all their stages
     * @param deals deals with different ids
     */
    public record AuditedDeals(SalesProcess process, ImmutableList<Opportunity> deals) {}

    /** Deals, each with its history, and a process. */
    public static Arbitrary<AuditedDeals> auditedDeals() {
        return Combinators.combine(salesProcesses(), deals()).as(AuditedDeals::new);
    }

    /** Up to eight deals with different ids. */
    public static Arbitrary<ImmutableList<Opportunity>> deals() {
        return CrmArbitraries.opportunities()
                .list()
                .ofMaxSize(8)
                .uniqueElements(Opportunity::id)
                .map(ImmutableList::copyOf);
    }

    /** Stages of {@link #salesProcesses()}. */
    public static Arbitrary<Stage> stages() {
        return Members.of(salesProcesses().map(SalesProcess::stages));
    }

    /** Processes of up to three open stages and one that is won; most have one that is lost. */
    public static Arbitrary<SalesProcess> salesProcesses() {
        Arbitrary<List<String>> open = Arbitraries.subsetOf(OPEN).map(List::copyOf);
        Arbitrary<Boolean> losing = Arbitraries.of(true, true, true, false);
        Arbitrary<List<Stage>> shapes = shapes().list().ofSize(OPEN.size() + 2);
        return Combinators.combine(
                        open,
                        losing,
                        shapes,
                        Arbitraries.randoms(),
                        Arbitraries.integers().between(0, 3),
                        CrmArbitraries.names().optional(0.3))
                .as((names, lost, looks, random, pushes, note) -> {
                    List<String> ids = new ArrayList<>(names);
                    ids.add("Won");
                    if (lost) {
                        ids.add("Lost");
                    }
                    SalesProcess.Builder process = SalesProcess.builder()
                            .id("generated")
                            .version("1")
                            .maxPushes(pushes)
                            .note(note);
                    for (int i = 0; i < ids.size(); i++) {
                        process.addStages(stage(ids.get(i), looks.get(i), ids, random.nextInt(1 << ids.size())));
                    }
                    return process.build();
                });
    }

    /** Open stages lead to any others; stages that end a deal lead nowhere. */
    private static Stage stage(String id, Stage look, List<String> ids, int next) {
        if (id.equals("Won")) {
            return look.withId(id).withCategory(ForecastCategory.CLOSED).withProbability(Rate.ONE);
        }
        if (id.equals("Lost")) {
            return look.withId(id).withCategory(ForecastCategory.OMITTED).withProbability(Rate.ZERO);
        }
        ImmutableList.Builder<String> names = ImmutableList.builder();
        for (int i = 0; i < ids.size(); i++) {
            if ((next >> i & 1) == 1) {
                names.add(ids.get(i));
            }
        }
        return look.withId(id).withNext(names.build());
    }

    private static Arbitrary<Stage> shapes() {
        return Combinators.combine(
                        Arbitraries.of(ForecastCategory.PIPELINE, ForecastCategory.BEST_CASE, ForecastCategory.COMMIT),
                        Arbitraries.of("0%", "1/3", "12.5%", "100%").map(Rate::of),
                        Arbitraries.integers().between(0, 120).optional(0.6),
                        Arbitraries.subsetOf(FIELDS))
                .as((category, probability, days, required) -> Stage.builder()
                        .id("unnamed")
                        .category(category)
                        .probability(probability)
                        .maxDays(days.map(OptionalInt::of).orElseGet(OptionalInt::empty))
                        .requires(required)
                        .build());
    }

    /** Audits of {@link #auditedDeals()} on any day. */
    public static Arbitrary<AdherenceReport> adherenceReports() {
        return Combinators.combine(auditedDeals(), TimeArbitraries.asOf())
                .as((audited, asOf) -> ProcessAuditor.of(audited.process()).audit(audited.deals(), asOf));
    }

    /** Processes with one fault. */
    public static Arbitrary<NearlyValid<SalesProcess>> nearlyValidSalesProcesses() {
        return NearlyValid.from(
                salesProcesses(),
                ImmutableList.of(
                        new Flaw<>("process.stages.missing", process -> process.withStages(ImmutableList.of())),
                        new Flaw<>(
                                "process.stage.duplicate",
                                process -> SalesProcess.builder()
                                        .from(process)
                                        .addStages(process.stages().get(0))
                                        .build()),
                        new Flaw<>(
                                "process.stage.unknown",
                                process -> withFirst(
                                        process, process.stages().get(0).withNext("Nowhere"))),
                        new Flaw<>(
                                "process.field.unknown",
                                process -> withFirst(
                                        process, process.stages().get(0).withRequires("amuont")))));
    }

    private static SalesProcess withFirst(SalesProcess process, Stage first) {
        return process.withStages(ImmutableList.<Stage>builder()
                .add(first)
                .addAll(process.stages().subList(1, process.stages().size()))
                .build());
    }
}
