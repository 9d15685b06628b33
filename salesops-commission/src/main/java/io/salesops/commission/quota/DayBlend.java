package io.salesops.commission.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Blends amounts that hold on parts of a period by days: a bonus of 20,000 for 151 days and of 24,000 for 214 days of 365 is
 * 22,345.21. The running sum is rounded, so that parts sum to the whole. Immutable and thread-safe; O(n log n).
 */
public final class DayBlend {
    private final QuotaPolicy policy;
    private final DayCount dayCount;
    private final RoundingPolicy rounding;

    private DayBlend(QuotaPolicy policy) {
        this.policy = policy;
        dayCount = policy.dayCount();
        rounding = policy.rounding();
    }

    /**
     * Obtains the blend by the day count and the rounding of a policy.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static DayBlend of(QuotaPolicy policy) {
        ImmutableList<Finding> findings = QuotaCalculator.check(policy);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new DayBlend(policy);
    }

    /** Returns everything that is wrong with a policy; never throws. */
    public static ImmutableList<Finding> check(QuotaPolicy policy) {
        return QuotaCalculator.check(policy);
    }

    /**
     * Blends amounts over a period.
     *
     * @param whole the period; days outside of it do not count
     * @param amounts at least one, in any order; days that none of them covers count nothing and are a warning
     * @return refused where two amounts hold on one day, where they are in two currencies, or where there are none
     * @throws IllegalArgumentException if the period is unlimited or empty
     */
    public Checked<BlendedAmount> blend(DateRange whole, Iterable<DatedAmount> amounts) {
        List<DatedAmount> sorted = ImmutableList.sortedCopyOf(
                Comparator.comparing((DatedAmount dated) -> dated.dates().from().orElse(LocalDate.MIN))
                        .thenComparing(dated -> dated.dates().before().orElse(LocalDate.MAX))
                        .thenComparing(dated -> dated.amount().toString()),
                amounts);
        List<Finding> findings = findings(whole, sorted);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(findings);
        }
        CurrencyUnit currency = sorted.get(0).amount().getCurrency();
        Rational running = Rational.ZERO;
        List<MonetaryAmount> parts = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (DatedAmount dated : sorted) {
            Rational share = dayCount.share(dated.dates(), whole);
            Rational next = running.plus(Amounts.exact(dated.amount()).times(share));
            BigDecimal part = rounded(next, currency).subtract(rounded(running, currency));
            parts.add(Amounts.of(part, currency));
            steps.add(Step.builder()
                    .rule(new RuleRef(policy.id(), policy.version(), ""))
                    .label("{amount} {dates}, {share} of the period")
                    .amount(Quantity.of(part, currency.getCurrencyCode()))
                    .residue(next.minus(running).minus(Rational.of(part)))
                    .inputs(ImmutableMap.of(
                            "amount", dated.amount().toString(),
                            "dates", dated.dates().toString(),
                            "share", share.toString()))
                    .build());
            running = next;
        }
        return Checked.accepted(
                BlendedAmount.builder()
                        .amount(Amounts.of(rounded(running, currency), currency))
                        .parts(parts)
                        .explanation(new Explanation.Sum(
                                "blend by " + dayCount + " " + whole,
                                Quantity.of(rounded(running, currency), currency.getCurrencyCode()),
                                ImmutableList.copyOf(steps)))
                        .findings(findings)
                        .computedFrom(provenance(whole, sorted))
                        .build(),
                findings);
    }

    private List<Finding> findings(DateRange whole, List<DatedAmount> sorted) {
        List<Finding> findings = new ArrayList<>();
        if (sorted.isEmpty()) {
            findings.add(Finding.error("commission.blend.empty", "/amounts", "there is no amount to blend " + whole)
                    .maybe("Maybe it was not loaded."));
            return findings;
        }
        String currency = sorted.get(0).amount().getCurrency().getCurrencyCode();
        LocalDate covered = whole.from().orElseThrow();
        for (int i = 0; i < sorted.size(); i++) {
            DatedAmount dated = sorted.get(i);
            if (!dated.amount().getCurrency().getCurrencyCode().equals(currency)) {
                findings.add(Finding.error(
                                "commission.blend.currency",
                                "/amounts/" + i,
                                dated.amount() + " is not in " + currency + " like "
                                        + sorted.get(0).amount())
                        .maybe("Maybe convert it first."));
            }
            DateRange days = dated.dates().intersection(whole).orElse(DateRange.of(covered, covered));
            if (days.isEmpty()) {
                continue;
            }
            LocalDate from = days.from().orElseThrow();
            if (from.isBefore(covered)) {
                findings.add(Finding.error(
                                "commission.blend.overlap",
                                "/amounts/" + i,
                                dated.amount() + " holds " + dated.dates()
                                        + ", where another amount holds up to before " + covered)
                        .maybe("Maybe the first amount should end where the second begins."));
            } else if (from.isAfter(covered)) {
                findings.add(gap(covered, from));
            }
            covered =
                    days.before().orElseThrow().isAfter(covered) ? days.before().orElseThrow() : covered;
        }
        if (covered.isBefore(whole.before().orElseThrow())) {
            findings.add(gap(covered, whole.before().orElseThrow()));
        }
        return findings;
    }

    private static Finding gap(LocalDate from, LocalDate before) {
        return Finding.warning("commission.blend.gap", "/amounts", "no amount holds " + DateRange.of(from, before))
                .maybe("Maybe the payee was not there.");
    }

    private BigDecimal rounded(Rational exact, CurrencyUnit currency) {
        return exact.round(rounding.scaleOf(currency), rounding.mode());
    }

    private Provenance provenance(DateRange whole, List<DatedAmount> amounts) {
        return Provenance.builder()
                .engine("DayBlend")
                .putInputs(
                        "policy",
                        new Provenance.Input(
                                policy.id(), policy.version(), Fingerprint.ofText(SalesOpsJson.write(policy))))
                .putInputs(
                        "amounts",
                        new Provenance.Input(
                                whole.toString(),
                                Integer.toString(amounts.size()),
                                Fingerprint.ofFacts(amounts.stream()
                                        .map(SalesOpsJson::write)
                                        .toList())))
                .build();
    }
}
