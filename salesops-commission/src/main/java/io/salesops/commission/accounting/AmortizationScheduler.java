package io.salesops.commission.accounting;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.accounting.AmortizationLine.Kind;
import io.salesops.commission.accounting.CapitalizationPolicy.Method;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * Spreads the cost of obtaining a contract over its benefit (FASB ASC 340-40-25 and 340-40-35).
 *
 * <p>A cost that is not incremental, or falls under the practical expedient, is expensed on its first day. Another is
 * amortised on a straight line whose last period takes the residue of rounding. Immutable and thread-safe; a schedule
 * costs O(months).
 */
public final class AmortizationScheduler {
    private final CapitalizationPolicy policy;
    private final Fingerprint fingerprint;

    private AmortizationScheduler(CapitalizationPolicy policy) {
        this.policy = policy;
        fingerprint = SalesOpsJson.fingerprint(policy);
    }

    /** Obtains the scheduler of a policy. */
    public static AmortizationScheduler of(CapitalizationPolicy policy) {
        return new AmortizationScheduler(policy);
    }

    /** Returns the schedule of a cost; refused where the amount is no whole number of minor units. */
    public Checked<AmortizationSchedule> schedule(ContractCost cost) {
        if (!isWhole(cost.amount())) {
            return Checked.refused(List.of(decimals("/amount", cost.source(), cost.amount())));
        }
        if (cost.amount().isZero()) {
            return Checked.accepted(written(cost, List.of()));
        }
        if (!cost.incremental() || cost.months() <= policy.expenseUpToMonths()) {
            return Checked.accepted(
                    written(cost, List.of(new Charge(Kind.EXPENSED, day(cost.start()), cost.amount()))));
        }
        return Checked.accepted(written(
                cost, amortized(cost.amount(), StraightLine.periods(cost.start(), cost.months(), policy.method()))));
    }

    /**
     * Returns the schedule after an impairment. The period of the day bears its share still; what it leaves beyond the
     * recoverable amount is expensed, and the rest is spread anew over the periods that follow. An impairment is not
     * reversed (340-40-35-6).
     *
     * @param recoverable what is still expected of the contract, up to what is carried after the day's period
     */
    public Checked<AmortizationSchedule> impaired(
            AmortizationSchedule schedule, LocalDate on, MonetaryAmount recoverable) {
        Cut cut = cut(schedule, on);
        List<Finding> findings = new ArrayList<>();
        if (!isWhole(recoverable)) {
            findings.add(decimals("/recoverable", schedule.cost().source(), recoverable));
        }
        if (recoverable.isNegative() || recoverable.compareTo(cut.left()) > 0) {
            findings.add(Finding.error(
                            "commission.impairment.amount",
                            "/recoverable",
                            "recoverable amount of " + schedule.cost().source() + " must be nothing to " + cut.left()
                                    + ", which is carried after " + on + ": " + recoverable)
                    .maybe("Maybe nothing is impaired then."));
        }
        schedule.lines().stream()
                .filter(line -> line.kind() == Kind.IMPAIRMENT || line.kind() == Kind.WRITE_OFF)
                .filter(line -> line.days().from().orElseThrow().isAfter(on))
                .forEach(line -> findings.add(Finding.error(
                                "commission.impairment.order",
                                "/on",
                                schedule.cost().source() + " was impaired or ended on "
                                        + line.days().from().orElseThrow() + ", after " + on)
                        .maybe("Maybe start from the schedule before that.")));
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        List<Charge> charges = new ArrayList<>(cut.kept());
        add(charges, Kind.IMPAIRMENT, on, cut.left().subtract(recoverable));
        charges.addAll(amortized(recoverable, cut.rest()));
        return Checked.accepted(written(schedule.cost(), charges));
    }

    /**
     * Returns the schedule of a contract that ended before its time: the period of the day bears its share still, and what it
     * leaves is written off.
     */
    public AmortizationSchedule terminated(AmortizationSchedule schedule, LocalDate on) {
        Cut cut = cut(schedule, on);
        List<Charge> charges = new ArrayList<>(cut.kept());
        add(charges, Kind.WRITE_OFF, on, cut.left());
        return written(schedule.cost(), charges);
    }

    private static void add(List<Charge> charges, Kind kind, LocalDate on, MonetaryAmount amount) {
        if (!amount.isZero()) {
            charges.add(new Charge(kind, day(on), amount));
        }
    }

    private List<Charge> amortized(MonetaryAmount amount, ImmutableList<DateRange> periods) {
        if (periods.isEmpty() || amount.isZero()) {
            return List.of();
        }
        int scale = policy.rounding().scaleOf(amount.getCurrency());
        long total = MoneyKernel.minor(amount, scale);
        long[] shares = policy.method() == Method.MONTHS
                ? StraightLine.even(total, periods.size(), policy.rounding())
                : StraightLine.byDays(total, periods, policy.rounding());
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            charges.add(new Charge(
                    Kind.AMORTIZATION, periods.get(i), MoneyKernel.amount(shares[i], scale, amount.getCurrency())));
        }
        return charges;
    }

    /** What stays of a schedule up to the period of a day, what that leaves, and the periods that follow. */
    private static Cut cut(AmortizationSchedule schedule, LocalDate on) {
        List<Charge> kept = new ArrayList<>();
        ImmutableList.Builder<DateRange> rest = ImmutableList.builder();
        MonetaryAmount left = schedule.cost().amount();
        for (AmortizationLine line : schedule.lines()) {
            if (line.days().from().orElseThrow().isAfter(on)) {
                if (line.kind() == Kind.AMORTIZATION) {
                    rest.add(line.days());
                }
            } else {
                kept.add(new Charge(line.kind(), line.days(), line.expense()));
                left = left.subtract(line.expense());
            }
        }
        return new Cut(ImmutableList.copyOf(kept), left, rest.build());
    }

    private AmortizationSchedule written(ContractCost cost, List<Charge> charges) {
        RuleRef ref = new RuleRef(policy.id(), policy.version(), "/method");
        String unit = cost.amount().getCurrency().getCurrencyCode();
        AmortizationSchedule.Builder schedule = AmortizationSchedule.builder().cost(cost);
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        MonetaryAmount left = cost.amount();
        for (Charge charge : charges) {
            left = left.subtract(charge.amount());
            schedule.addLines(new AmortizationLine(charge.kind(), charge.days(), charge.amount(), left));
            steps.add(Step.builder()
                    .rule(ref)
                    .label("{kind} {days}")
                    .amount(Quantity.of(Amounts.number(charge.amount()), unit))
                    .putInputs(
                            "kind",
                            charge.kind()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'))
                    .putInputs("days", charge.days().toString())
                    .build());
        }
        return schedule.explanation(new Explanation.Sum(
                        "cost of contract " + cost.source(),
                        Quantity.of(Amounts.number(cost.amount()), unit),
                        steps.build()))
                .computedFrom(Provenance.builder()
                        .engine("AmortizationScheduler")
                        .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                        .putInputs("cost", new Provenance.Input(cost.source(), "1", SalesOpsJson.fingerprint(cost)))
                        .build())
                .build();
    }

    private boolean isWhole(MonetaryAmount amount) {
        return Amounts.number(amount).stripTrailingZeros().scale()
                <= policy.rounding().scaleOf(amount.getCurrency());
    }

    private static Finding decimals(String path, String source, MonetaryAmount amount) {
        return Finding.error(
                        "commission.cost.decimals",
                        path,
                        "amount " + amount + " of contract " + source + " has more decimals than are posted")
                .maybe("Maybe round it first, or state a larger scale in the policy.");
    }

    private static DateRange day(LocalDate on) {
        return DateRange.of(on, on.plusDays(1));
    }

    private record Charge(Kind kind, DateRange days, MonetaryAmount amount) {}

    private record Cut(ImmutableList<Charge> kept, MonetaryAmount left, ImmutableList<DateRange> rest) {}
}
