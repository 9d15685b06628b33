package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Conversion;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.money.MonetaryAmount;

/**
 * Brings credits into one currency at the plan rate, the rate of the event's day, or that of the period's end.
 *
 * <p>Amount and margin are converted by the same rate, each rounded once; a refund becomes the mirror image of its sale where
 * both have the same rate. The calculator converts by it, too. Immutable and thread-safe; O(log rates) a credit.
 */
public final class CreditConverter {
    private static final int EXAMPLES = 5;

    private final CreditExchange exchange;
    private final Fingerprint fingerprint;

    private CreditConverter(CreditExchange exchange) {
        this.exchange = exchange;
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(exchange));
    }

    /**
     * Obtains the converter of conventions.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static CreditConverter of(CreditExchange exchange) {
        ImmutableList<Finding> findings = check(exchange);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new CreditConverter(exchange);
    }

    /** Obtains the converter of a plan's convention; empty where that is the first day of a plan that states none. */
    public static Optional<CreditConverter> forPlan(CommissionPlan plan) {
        return ExchangeDay.forPlan(plan)
                .map(day -> of(CreditExchange.builder()
                        .id(plan.id().value())
                        .version(plan.version())
                        .currency(plan.currency())
                        .on(day)
                        .rounding(plan.rounding())
                        .build()));
    }

    /** Returns everything that is wrong with conventions; never throws. */
    public static ImmutableList<Finding> check(CreditExchange exchange) {
        return exchange.rounding().scale().isEmpty() && exchange.currency().getDefaultFractionDigits() < 0
                ? ImmutableList.of(Finding.error(
                                "commission.exchange.scale",
                                "/rounding/scale",
                                "currency " + exchange.currency() + " has no minor units")
                        .maybe("Maybe state the scale."))
                : ImmutableList.of();
    }

    /** The conventions. */
    public CreditExchange exchange() {
        return exchange;
    }

    /** Returns the day whose rate converts a credit. */
    public LocalDate day(Credit credit) {
        return exchange.on().of(credit.date());
    }

    /**
     * Converts one amount of a credit, a negative one to the mirror image of the positive; one that already is in the
     * currency is only rounded.
     *
     * @return refused with a finding that names credit, amount and day where the table does not know the rate
     */
    public Checked<Conversion> convert(Credit credit, MonetaryAmount amount, AsOf asOf) {
        LocalDate on = day(credit);
        Checked<Conversion> conversion = convert(amount, on, asOf);
        return conversion.value().isPresent()
                ? conversion
                : Checked.refused(conversion.findings().stream()
                        .map(finding -> missing(credit, amount, on, finding))
                        .toList());
    }

    /**
     * Converts credits.
     *
     * @param asOf its rates convert
     * @return the credits; those for which the table has no rate are left out and are findings that name the day
     */
    public ConvertedCredits convert(Iterable<Credit> credits, AsOf asOf) {
        FindingTally tally = FindingTally.keepingFirst();
        List<Credit> converted = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        TreeSet<String> lookups = new TreeSet<>();
        BigDecimal total = BigDecimal.ZERO;
        for (Credit credit : credits) {
            LocalDate on = day(credit);
            Checked<Conversion> conversion = convert(credit, credit.amount(), asOf);
            if (conversion.value().isEmpty()) {
                conversion.findings().forEach(tally::add);
                unknown.add(credit.id().value());
                continue;
            }
            Conversion done = conversion.value().get();
            done.rate().ifPresent(rate -> lookups.add(rate.toString()));
            converted.add(converted(credit, done, on, asOf));
            steps.add(step(credit, done, on));
            total = total.add(Amounts.number(done.converted()));
        }
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        if (!unknown.isEmpty()) {
            omitted.add(Omission.of("without exchange rate", ImmutableList.sortedCopyOf(unknown), EXAMPLES));
        }
        return ConvertedCredits.builder()
                .credits(converted)
                .explanation(new Explanation.Sum(
                        "credits in " + exchange.currency() + " by " + exchange.id() + " v" + exchange.version(),
                        Quantity.of(total, exchange.currency().getCurrencyCode()),
                        ImmutableList.copyOf(steps)))
                .findings(tally.kept())
                .omitted(omitted.addAll(tally.omitted()).build())
                .computedFrom(Provenance.builder()
                        .engine("CreditConverter")
                        .putInputs("exchange", new Provenance.Input(exchange.id(), exchange.version(), fingerprint))
                        .putInputs(
                                "rates",
                                new Provenance.Input(
                                        asOf.rates().id(),
                                        Integer.toString(asOf.rates().rates().size()),
                                        Fingerprint.ofText(SalesOpsJson.write(asOf.rates()))))
                        .addAllLookups(lookups)
                        .build())
                .build();
    }

    /** The mirror image of what a positive amount becomes, where it is negative. */
    private Checked<Conversion> convert(MonetaryAmount amount, LocalDate on, AsOf asOf) {
        if (!amount.isNegative()) {
            return asOf.rates().convert(amount, exchange.currency(), on, exchange.rounding());
        }
        return asOf.rates()
                .convert(amount.negate(), exchange.currency(), on, exchange.rounding())
                .map(positive -> new Conversion(
                        Amounts.of(amount),
                        Amounts.of(positive.converted().negate()),
                        positive.rate(),
                        positive.residue().negated()));
    }

    private Credit converted(Credit credit, Conversion done, LocalDate on, AsOf asOf) {
        return credit.withAmount(done.converted())
                .withMargin(credit.margin()
                        .flatMap(margin -> convert(margin, on, asOf).value())
                        .map(Conversion::converted));
    }

    private Step step(Credit credit, Conversion done, LocalDate on) {
        String label = done.rate().isPresent() ? "{credit}, {amount} at {rate} of {on}" : "{credit}, {amount}";
        return Step.builder()
                .rule(new RuleRef(exchange.id(), exchange.version(), "/on"))
                .label(label)
                .amount(Quantity.of(
                        Amounts.number(done.converted()), exchange.currency().getCurrencyCode()))
                .residue(done.residue())
                .inputs(ImmutableMap.of(
                        "credit", credit.id().value(),
                        "amount", credit.amount().toString(),
                        "rate", done.rate().map(rate -> rate.rate().toString()).orElse("1"),
                        "on", on.toString()))
                .build();
    }

    private static Finding missing(Credit credit, MonetaryAmount amount, LocalDate on, Finding why) {
        return Finding.error(
                        why.code().equals("money.rate.unknown") ? "commission.exchange.missing" : why.code(),
                        "/credits/" + credit.id() + "/amount",
                        "credit " + credit.id() + " of " + amount + " on " + credit.date() + " needs the rate of " + on
                                + ": " + why.message())
                .withEvidence(why.evidence())
                .withRemedy(why.remedy().orElse("Maybe pass a table of rates with that day."));
    }
}
