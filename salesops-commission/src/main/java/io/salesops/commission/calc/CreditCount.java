package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.calc.Counted.Entry;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.MeasureFunction;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Conversion;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javax.money.MonetaryAmount;

/** One call: says how much credits count in the plan's currency; problems go to the findings. */
final class CreditCount {
    private final Program program;
    private final CommissionPlan plan;
    private final AsOf asOf;
    private final List<Finding> findings;
    private final TreeSet<String> lookups = new TreeSet<>();

    /** What the credits of each deal sum to, by measure. */
    private final Map<String, Rational> deals = new HashMap<>();

    CreditCount(Program program, AsOf asOf, List<Finding> findings) {
        this.program = program;
        plan = program.plan();
        this.asOf = asOf;
        this.findings = findings;
    }

    /** The exchange rates that were used. */
    ImmutableSet<String> lookups() {
        return ImmutableSet.copyOf(lookups);
    }

    /** Returns a credit with what it counts in each measure; in those alone in which it counts. */
    Entry entry(Credit credit, Credit origin, MonetaryAmount amount, List<Integer> measures, boolean pays) {
        ImmutableList.Builder<Integer> counted = ImmutableList.builderWithExpectedSize(measures.size());
        ImmutableList.Builder<BigDecimal> counts = ImmutableList.builderWithExpectedSize(measures.size());
        for (int measure : measures) {
            Measure definition = program.measures().get(measure);
            Optional<BigDecimal> count = definition.function().isPresent()
                    ? byFunction(credit, definition)
                    : switch (definition.counts()) {
                        case AMOUNT -> Optional.of(Amounts.number(amount));
                        case MARGIN -> margin(credit);
                        case UNITS -> stated(credit, "units", credit.units());
                        case DEALS -> Optional.of(deals(credit, amount, measure));
                    };
            count.ifPresent(units -> {
                counted.add(measure);
                counts.add(units);
            });
        }
        return new Entry(credit, origin, amount, counted.build(), counts.build(), pays);
    }

    /** One more deal when its credits first sum to more than nothing, one fewer when they no longer do. */
    private BigDecimal deals(Credit credit, MonetaryAmount amount, int measure) {
        String key = measure + "/" + credit.source();
        int before = deals.getOrDefault(key, Rational.ZERO).signum();
        int after = deals.merge(key, Amounts.exact(amount), Rational::plus).signum();
        return BigDecimal.valueOf((long) Math.max(0, after) - Math.max(0, before));
    }

    private Optional<BigDecimal> margin(Credit credit) {
        return stated(credit, "margin", credit.margin())
                .flatMap(margin -> convert(credit, margin))
                .map(Amounts::number);
    }

    private <T> Optional<T> stated(Credit credit, String field, Optional<T> value) {
        if (value.isEmpty()) {
            findings.add(Finding.error(
                            "commission.credit." + field,
                            path(credit) + "/" + field,
                            "credit " + credit.id() + " of " + credit.amount() + " does not state its " + field
                                    + ", which the plan counts")
                    .maybe("Maybe it belongs to another measure than " + credit.measure() + "."));
        }
        return value;
    }

    private Optional<BigDecimal> byFunction(Credit credit, Measure definition) {
        MeasureFunction function =
                program.functions().measures().get(definition.function().orElseThrow());
        if (function == null) {
            return Optional.empty(); // a plan whose function is unknown is refused when the calculator is made
        }
        Optional<Rational> count = function.count(credit);
        if (count.isPresent() && count.get().decimal().isEmpty()) {
            findings.add(Finding.error(
                            "commission.measure.decimals",
                            path(credit),
                            "function " + definition.function().get() + " counts " + count.get() + " of credit "
                                    + credit.id() + ", which has no end of decimals")
                    .maybe("Maybe it should round."));
        }
        return count.flatMap(Rational::decimal);
    }

    /** Converts a refund to the mirror image of its sale, so that both together are nothing. */
    Optional<MonetaryAmount> convert(Credit credit, MonetaryAmount amount) {
        if (amount.getCurrency().equals(plan.currency())) {
            return Optional.of(amount);
        }
        if (program.converter().isEmpty()) {
            findings.add(Finding.error(
                            "commission.exchange.missing",
                            path(credit) + "/amount",
                            "credit " + credit.id() + " of " + amount + " needs the rate to " + plan.currency()
                                    + " on the plan's first day, and the plan states none")
                    .maybe("Maybe convert by the day of the credit."));
            return Optional.empty();
        }
        Checked<Conversion> conversion = program.converter().get().convert(credit, amount, asOf);
        findings.addAll(conversion.findings());
        conversion.value().flatMap(Conversion::rate).ifPresent(rate -> lookups.add(rate.toString()));
        return conversion.value().map(Conversion::converted);
    }

    private static String path(Credit credit) {
        return "/credits/" + credit.id();
    }
}
