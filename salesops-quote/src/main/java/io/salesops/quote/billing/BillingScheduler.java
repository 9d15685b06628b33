package io.salesops.quote.billing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Allocation;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import io.salesops.quote.billing.BillingPolicy.Timing;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;

/**
 * Cuts prices into instalments by billing period. Immutable and thread-safe.
 *
 * <p>An instalment is the share of the price that its days make by the policy's day count, and the ramp's proportions where
 * there is one. Instalments are rounded once, by {@link Allocation}: they sum to the price, to the last decimal, whatever
 * the day count. Period n begins n periods after the anchor, never chained. A schedule costs O(p log p) for p periods.
 */
public final class BillingScheduler {
    private final BillingPolicy policy;
    private final Fingerprint fingerprint;

    private BillingScheduler(BillingPolicy policy) {
        this.policy = policy;
        fingerprint = SalesOpsJson.fingerprint(policy);
    }

    /**
     * Makes an engine.
     *
     * @throws FindingsException with every finding of {@link #check}
     */
    public static BillingScheduler of(BillingPolicy policy) {
        ImmutableList<Finding> findings = check(policy);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new BillingScheduler(policy);
    }

    /** Returns everything that is wrong with a policy; never throws. */
    public static ImmutableList<Finding> check(BillingPolicy policy) {
        return BillingCheck.policy(policy);
    }

    /**
     * Returns the instalments of a line; those of free days ask for nothing, but are there.
     *
     * @return the schedule; or all findings that refuse it: a price of more decimals than are billed, a ramp that does not
     *     cover the term, a price of which no day bears a part, a term of more than 12,000 periods
     */
    public Checked<BillingSchedule> schedule(BillableLine line) {
        List<Finding> findings = new ArrayList<>(BillingCheck.price(policy, line));
        if (line.oneTime()) {
            return findings.isEmpty() ? Checked.accepted(once(line)) : Checked.refused(findings);
        }
        findings.addAll(BillingCheck.term(policy, line.term(), line.anchor(), line.ramp()));
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        BillingCycle cycle = BillingCycle.of(policy, line.term(), line.anchor());
        ImmutableList<BilledPeriod> parts = cycle.parts();
        Map<Integer, Rational> weights = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            BilledPeriod part = parts.get(i);
            weights.put(i + 1, line.ramp().map(ramp -> cycle.price(part, ramp)).orElse(part.months()));
        }
        if (weights.values().stream().allMatch(weight -> weight.signum() == 0)) {
            if (!line.price().isZero()) {
                return Checked.refused(List.of(BillingCheck.free(line)));
            }
            weights.replaceAll((number, weight) -> Rational.ONE);
        }
        Allocation<Integer> split = Allocation.of(line.price(), weights, policy.rounding());
        ImmutableList.Builder<Instalment> instalments = ImmutableList.builder();
        split.shares().forEach((number, share) -> {
            BilledPeriod part = parts.get(number - 1);
            instalments.add(new Instalment(
                    number,
                    part.days(),
                    part.period(),
                    invoiceOn(part.days()),
                    Amounts.exact(share.amount()).plus(share.residue()),
                    share.amount()));
        });
        return Checked.accepted(written(line, instalments.build()));
    }

    private BillingSchedule once(BillableLine line) {
        DateRange days = Ramp.days(line.term());
        return written(
                line,
                ImmutableList.of(new Instalment(
                        1, days, days, line.term().from(), Amounts.exact(line.price()), Amounts.of(line.price()))));
    }

    private LocalDate invoiceOn(DateRange days) {
        return (policy.timing() == Timing.IN_ADVANCE ? days.from() : days.before()).orElseThrow();
    }

    /** Returns the schedules of all lines of a priced quote, and the invoices that they make; the invoices sum to its net price. */
    public Checked<BillingPlan> plan(PricedQuote priced) {
        List<Finding> findings = new ArrayList<>();
        ImmutableList.Builder<BillingSchedule> schedules = ImmutableList.builder();
        for (PricedLine line : priced.lines()) {
            schedule(BillableLine.of(line)).match(schedules::add, refused -> {
                refused.forEach(finding ->
                        findings.add(finding.withPath("/lines/" + line.id().value() + finding.path())));
                return schedules;
            });
        }
        return findings.isEmpty() ? Checked.accepted(plan(priced, schedules.build())) : Checked.refused(findings);
    }

    private BillingPlan plan(PricedQuote priced, ImmutableList<BillingSchedule> schedules) {
        Map<LocalDate, List<MonetaryAmount>> byDay = new TreeMap<>();
        for (BillingSchedule schedule : schedules) {
            for (Instalment instalment : schedule.instalments()) {
                byDay.computeIfAbsent(instalment.invoiceOn(), day -> new ArrayList<>())
                        .add(instalment.amount());
            }
        }
        ImmutableSortedMap.Builder<LocalDate, MonetaryAmount> invoices = ImmutableSortedMap.naturalOrder();
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        byDay.forEach((day, amounts) -> {
            MonetaryAmount sum = Amounts.sum(amounts, priced.currency());
            invoices.put(day, sum);
            steps.add(Step.builder()
                    .rule(rule("/timing"))
                    .label("invoice of {day}: {instalments} instalments")
                    .amount(quantity(sum))
                    .putInputs("day", day.toString())
                    .putInputs("instalments", Integer.toString(amounts.size()))
                    .build());
        });
        return BillingPlan.builder()
                .quote(priced.quote().id())
                .total(priced.net())
                .schedules(schedules)
                .invoices(invoices.buildOrThrow())
                .explanation(new Explanation.Sum(
                        "invoices of quote " + priced.quote().id(), quantity(priced.net()), steps.build()))
                .computedFrom(provenance(
                        "quote",
                        new Provenance.Input(
                                priced.quote().id().value(),
                                Integer.toString(priced.quote().version()),
                                SalesOpsJson.fingerprint(priced.quote()))))
                .build();
    }

    private BillingSchedule written(BillableLine line, ImmutableList<Instalment> instalments) {
        ImmutableList<Step> steps = instalments.stream()
                .map(instalment -> Step.builder()
                        .rule(rule("/dayCount"))
                        .label("instalment {number}, {days}, invoiced on {invoiceOn}")
                        .amount(quantity(instalment.amount()))
                        .residue(instalment.residue())
                        .putInputs("number", Integer.toString(instalment.number()))
                        .putInputs("days", instalment.days().toString())
                        .putInputs("invoiceOn", instalment.invoiceOn().toString())
                        .build())
                .collect(Collectors.collectingAndThen(Collectors.toList(), ImmutableList::copyOf));
        return BillingSchedule.builder()
                .line(line)
                .instalments(instalments)
                .explanation(new Explanation.Sum(
                        "line " + line.id() + ", " + line.term() + ", " + instalments.size()
                                + (instalments.size() == 1 ? " instalment" : " instalments"),
                        quantity(line.price()),
                        steps))
                .computedFrom(provenance(
                        "line", new Provenance.Input(line.id().value(), "1", SalesOpsJson.fingerprint(line))))
                .build();
    }

    private RuleRef rule(String path) {
        return new RuleRef(policy.id(), policy.version(), path);
    }

    private Provenance provenance(String role, Provenance.Input input) {
        return Provenance.builder()
                .engine("BillingScheduler")
                .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                .putInputs(role, input)
                .build();
    }

    private static Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), amount.getCurrency().getCurrencyCode());
    }
}
