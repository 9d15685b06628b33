package io.salesops.core.process;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.Change;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * The way from one version of a sales process to the next: which stage becomes which, and what that does to the open
 * pipeline before anybody changes a deal. Immutable and thread-safe.
 */
public final class StageRemapping {
    private final SalesProcess before;
    private final SalesProcess after;
    private final ImmutableMap<String, String> stages;

    private StageRemapping(SalesProcess before, SalesProcess after, ImmutableMap<String, String> stages) {
        this.before = before;
        this.after = after;
        this.stages = stages;
    }

    /**
     * Obtains a remapping.
     *
     * @param stages the later stage by the earlier one; a stage that is not named keeps its name
     * @throws FindingsException with every stage that would lead nowhere or be closed or opened by the way
     */
    public static StageRemapping of(SalesProcess before, SalesProcess after, Map<String, String> stages) {
        ImmutableList<Finding> findings = check(before, after, stages);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        ImmutableMap.Builder<String, String> all = ImmutableMap.builder();
        before.stages().forEach(stage -> all.put(stage.id(), stages.getOrDefault(stage.id(), stage.id())));
        return new StageRemapping(before, after, all.buildOrThrow());
    }

    /** Returns what is wrong with a remapping; empty if it can be had. */
    public static ImmutableList<Finding> check(SalesProcess before, SalesProcess after, Map<String, String> stages) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        findings.addAll(before.problems()).addAll(after.problems());
        for (String from : stages.keySet()) {
            if (before.stage(from).isEmpty()) {
                findings.add(Finding.error(
                        "process.remapping.unknown", "/" + from, "'" + from + "' is no stage of " + name(before)));
            }
        }
        for (Stage from : before.stages()) {
            String target = stages.getOrDefault(from.id(), from.id());
            Optional<Stage> to = after.stage(target);
            if (to.isEmpty()) {
                findings.add(Finding.error(
                                "process.remapping.missing",
                                "/" + from.id(),
                                "deals of '" + from.id() + "' have no stage: '" + target + "' is none of "
                                        + name(after))
                        .maybe("Maybe one of "
                                + after.stages().stream().map(Stage::id).toList() + "."));
            } else if (to.get().outcome() != from.outcome()) {
                findings.add(Finding.error(
                        "process.remapping.outcome",
                        "/" + from.id(),
                        "'" + from.id() + "' is " + from.outcome() + " and '" + target + "' is "
                                + to.get().outcome()));
            }
        }
        return findings.build();
    }

    private static String name(SalesProcess process) {
        return process.id() + " " + process.version();
    }

    /** What differs between the two processes as documents, by JSON pointer. */
    public ImmutableList<Change> changes() {
        return SalesOpsJson.diff(before, after);
    }

    /** Returns the stage that a stage becomes. */
    public String target(String stage) {
        String target = stages.get(stage);
        checkArgument(target != null, "'%s' is no stage of %s", stage, name(before));
        return target;
    }

    /**
     * Returns what becomes of open deals, stage by stage in the order of the earlier process; stages without any are left out,
     * and so are deals that are closed or in a stage that the earlier process does not know. Linear in the deals.
     */
    public ImmutableList<RemappedStage> effect(Iterable<Opportunity> deals) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        before.stages().stream()
                .filter(stage -> stage.outcome() == StageOutcome.OPEN)
                .forEach(stage -> tallies.put(
                        stage.id(),
                        new Tally(stage, after.stage(target(stage.id())).orElseThrow())));
        for (Opportunity deal : deals) {
            Tally tally = tallies.get(deal.stage());
            if (tally != null) {
                tally.add(deal);
            }
        }
        return tallies.values().stream()
                .filter(tally -> tally.deals > 0)
                .map(Tally::result)
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns a deal in its later stage, with the move recorded; one that is in no earlier stage stays as it is. */
    public Opportunity apply(Opportunity deal, By by) {
        String target = stages.get(deal.stage());
        return target == null ? deal : deal.change(Opportunity.STAGE, Optional.of(target), by);
    }

    /** The open deals of one stage. */
    private static final class Tally {
        private final Stage from;
        private final Stage to;
        private final TreeMap<String, BigDecimal> amounts = new TreeMap<>();
        private long deals;
        private long lacking;

        Tally(Stage from, Stage to) {
            this.from = from;
            this.to = to;
        }

        void add(Opportunity deal) {
            deals++;
            lacking += to.requires().stream().allMatch(field -> DealCheck.isPresent(deal, field)) ? 0 : 1;
            deal.amount()
                    .ifPresent(amount -> amounts.merge(
                            amount.getCurrency().getCurrencyCode(), Amounts.number(amount), BigDecimal::add));
        }

        RemappedStage result() {
            return new RemappedStage(
                    from.id(),
                    to.id(),
                    deals,
                    from.category(),
                    to.category(),
                    times(Rate.ONE),
                    times(from.probability()),
                    times(to.probability()),
                    lacking);
        }

        private ImmutableSortedMap<String, MonetaryAmount> times(Rate share) {
            ImmutableSortedMap.Builder<String, MonetaryAmount> all = ImmutableSortedMap.naturalOrder();
            amounts.forEach((currency, sum) -> {
                MonetaryAmount amount = Amounts.of(sum, Monetary.getCurrency(currency));
                all.put(currency, share.equals(Rate.ONE) ? amount : share.of(amount, RoundingPolicy.halfUp()));
            });
            return all.buildOrThrow();
        }
    }
}
