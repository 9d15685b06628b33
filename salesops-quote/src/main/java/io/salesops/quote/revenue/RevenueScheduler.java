package io.salesops.quote.revenue;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import io.salesops.quote.revenue.RevenuePolicy.PeriodResidue;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Recognises allocated amounts by the months of a fiscal calendar. Immutable and thread-safe.
 *
 * <p>An obligation's progress at the end of a period is exact; the amount of a period is rounded once, and never takes back
 * what was recognised before. O(obligations x periods).
 */
public final class RevenueScheduler {
    /** A hundred years of months: a longer service is a slip of the pen. */
    private static final int MOST_PERIODS = 1_200;

    private final RevenuePolicy policy;
    private final FiscalCalendar calendar;
    private final Fingerprint fingerprint;

    private RevenueScheduler(RevenuePolicy policy, FiscalCalendar calendar) {
        this.policy = policy;
        this.calendar = calendar;
        fingerprint = SalesOpsJson.fingerprint(policy);
    }

    /** Makes an engine. */
    public static RevenueScheduler of(RevenuePolicy policy, FiscalCalendar calendar) {
        return new RevenueScheduler(policy, calendar);
    }

    /**
     * Returns when the allocated amounts are recognised.
     *
     * @return the schedule, whose findings tell of units beyond those expected; or all findings that refuse it: an obligation
     *     that does not say when it is satisfied, a service of more than 1,200 periods
     */
    public Checked<RevenueSchedule> schedule(PriceAllocation allocation) {
        List<Finding> findings = new ArrayList<>();
        List<RecognizedRevenue> entries = new ArrayList<>();
        for (int i = 0; i < allocation.contract().obligations().size(); i++) {
            PerformanceObligation obligation =
                    allocation.contract().obligations().get(i);
            String path = "/obligations/" + i + "/recognition";
            if (obligation.recognition().isEmpty()) {
                findings.add(Finding.error(
                                "revenue.obligation.recognition",
                                path,
                                "obligation " + obligation.id() + " does not say when it is satisfied")
                        .maybe("Maybe it is satisfied at a point in time."));
                continue;
            }
            Progress progress = Progress.of(obligation.recognition().get());
            progress.excess(path, obligation.id()).ifPresent(findings::add);
            recognize(path, allocation.share(obligation.id().value()), progress, entries, findings);
        }
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? Checked.refused(findings)
                : Checked.accepted(written(allocation, entries, findings), findings);
    }

    private void recognize(
            String path,
            AllocatedPrice share,
            Progress progress,
            List<RecognizedRevenue> entries,
            List<Finding> findings) {
        Rational whole = Amounts.exact(share.amount());
        MonetaryAmount recognized = Amounts.zero(share.amount().getCurrency());
        Rational before = Rational.ZERO;
        if (progress.isEmpty()) {
            return;
        }
        FiscalPeriod period = calendar.monthOf(progress.first());
        for (int count = 0; !period.from().isAfter(progress.last()); count++) {
            if (count == MOST_PERIODS) {
                findings.add(Finding.error(
                                "revenue.recognition.length",
                                path,
                                "obligation " + share.obligation() + " is satisfied over more than " + MOST_PERIODS
                                        + " periods: " + progress.first() + " to " + progress.last())
                        .maybe("Maybe a year was mistyped."));
                return;
            }
            Rational after = progress.at(period.before());
            if (after.compareTo(before) > 0) {
                Rational exact = whole.times(after.minus(before));
                MonetaryAmount amount = amount(share, recognized, exact, after);
                entries.add(new RecognizedRevenue(share.obligation(), period, exact, amount));
                recognized = recognized.add(amount);
                before = after;
            }
            period = calendar.next(period);
        }
    }

    private MonetaryAmount amount(AllocatedPrice share, MonetaryAmount recognized, Rational exact, Rational progress) {
        MonetaryAmount left = share.amount().subtract(recognized);
        if (progress.equals(Rational.ONE)) {
            return Amounts.of(left);
        }
        MonetaryAmount wanted = policy.periodResidue() == PeriodResidue.LAST_PERIOD
                ? policy.rounding().round(exact, left.getCurrency())
                : policy.rounding()
                        .round(Amounts.exact(share.amount()).times(progress), left.getCurrency())
                        .subtract(recognized);
        return Amounts.of(wanted.compareTo(left) <= 0 ? wanted : left);
    }

    private RevenueSchedule written(
            PriceAllocation allocation, List<RecognizedRevenue> entries, List<Finding> findings) {
        MonetaryAmount total = allocation.total();
        MonetaryAmount recognized =
                Amounts.sum(entries.stream().map(RecognizedRevenue::amount).toList(), total.getCurrency());
        MonetaryAmount left = Amounts.of(total.subtract(recognized));
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        RuleRef rule = new RuleRef(policy.id(), policy.version(), "/periodResidue");
        for (RecognizedRevenue entry : entries) {
            steps.add(Step.builder()
                    .rule(rule)
                    .label("{obligation} in {period}")
                    .amount(RevenueAllocator.quantity(entry.amount()))
                    .residue(entry.exact().minus(Amounts.exact(entry.amount())))
                    .putInputs("obligation", entry.obligation().value())
                    .putInputs("period", entry.period().name())
                    .build());
        }
        if (!left.isZero()) {
            steps.add(Step.of(rule, "not yet recognised", RevenueAllocator.quantity(left)));
        }
        return RevenueSchedule.builder()
                .contract(allocation.contract().id())
                .total(total)
                .entries(entries)
                .unrecognized(left)
                .findings(findings)
                .explanation(new Explanation.Sum(
                        "revenue of contract " + allocation.contract().id(),
                        RevenueAllocator.quantity(total),
                        steps.build()))
                .computedFrom(Provenance.builder()
                        .engine("RevenueScheduler")
                        .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                        .putInputs(
                                "contract",
                                new Provenance.Input(
                                        allocation.contract().id().value(),
                                        "1",
                                        SalesOpsJson.fingerprint(allocation.contract())))
                        .build())
                .build();
    }
}
