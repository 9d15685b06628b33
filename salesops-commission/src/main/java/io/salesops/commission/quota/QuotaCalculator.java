package io.salesops.commission.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.quota.QuotaPieces.Piece;
import io.salesops.commission.quota.QuotaPolicy.Span;
import io.salesops.commission.quota.QuotaPolicy.Spread;
import io.salesops.core.crm.Quota;
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
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.money.CurrencyUnit;

/**
 * Says what a payee is to reach over the period of a day: the agreed quota, divided over periods, by the versions that were
 * known, for the days of presence and the share of the ramp, rounded once. Immutable and thread-safe; O(versions times
 * periods of a quota).
 */
public final class QuotaCalculator {
    private final QuotaPolicy policy;
    private final Fingerprint fingerprint;

    private QuotaCalculator(QuotaPolicy policy) {
        this.policy = policy;
        fingerprint = Fingerprint.ofText(SalesOpsJson.write(policy));
    }

    /**
     * Obtains the calculator of a policy.
     *
     * @throws FindingsException with every finding, if one of them is an error
     */
    public static QuotaCalculator of(QuotaPolicy policy) {
        ImmutableList<Finding> findings = check(policy);
        if (isRefused(findings)) {
            throw new FindingsException(findings);
        }
        return new QuotaCalculator(policy);
    }

    /** Returns everything that is wrong with a policy; never throws. */
    public static ImmutableList<Finding> check(QuotaPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        boolean season = policy.spread() == Spread.SEASON;
        if (season == policy.season().isEmpty()) {
            findings.add(Finding.error(
                            "commission.quota.season",
                            "/season",
                            "weights of a season belong to the spread season: spread is " + policy.spread()
                                    + ", season is " + policy.season())
                    .maybe("Maybe one of them was left from another policy."));
        }
        Rate sum = Rate.ZERO;
        for (int i = 0; i < policy.season().size(); i++) {
            Rate weight = policy.season().get(i);
            sum = sum.plus(weight);
            if (weight.signum() < 0) {
                findings.add(Finding.error(
                                "commission.quota.season",
                                "/season/" + i,
                                "weight of period " + (i + 1) + " must not be negative: " + weight)
                        .maybe("Maybe the sign is wrong."));
            }
        }
        if (!policy.season().isEmpty() && sum.signum() <= 0) {
            findings.add(Finding.error(
                            "commission.quota.season", "/season", "weights must not all be zero: " + policy.season())
                    .maybe("Maybe the spread is equal."));
        }
        return ImmutableList.copyOf(findings);
    }

    /** The policy. */
    public QuotaPolicy policy() {
        return policy;
    }

    /**
     * Returns the quota for the period to which a day belongs; from the first day of the quota to the end of that period
     * where the policy is cumulative.
     *
     * <p>Refused where the figure would be a guess: no quota holds on a measured day, two quotas of different periods hold
     * on one, versions are in two currencies, a season has another number of periods.
     *
     * @param asOf quotas recorded after its {@code knownAt} do not count
     */
    public Checked<PayeeQuota> quota(QuotaFacts facts, LocalDate on, AsOf asOf) {
        return facts.quotas().known(asOf).match(known -> new Run(facts, on, asOf, known).run(), Checked::refused);
    }

    private static boolean isRefused(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private final class Run {
        private final QuotaFacts facts;
        private final LocalDate on;
        private final AsOf asOf;
        private final TreeMap<LocalDate, List<QuotaVersion>> byStart = new TreeMap<>();
        private final List<Finding> findings = new ArrayList<>();
        private final String name;

        Run(QuotaFacts facts, LocalDate on, AsOf asOf, ImmutableList<QuotaVersion> known) {
            this.facts = facts;
            this.on = on;
            this.asOf = asOf;
            name = "quota of " + facts.owner() + " for " + facts.measure();
            for (QuotaVersion version : known) {
                Quota quota = version.quota();
                if (quota.owner().equals(facts.owner()) && quota.measure().equals(facts.measure())) {
                    add(version);
                }
            }
        }

        private void add(QuotaVersion version) {
            DateRange period = version.quota().period();
            if (period.from().isEmpty() || period.before().isEmpty() || period.isEmpty()) {
                error(
                        "commission.quota.period",
                        name + " must have a first and a last day: " + period,
                        "Maybe it is a quota of a year.");
                return;
            }
            byStart.computeIfAbsent(period.from().get(), key -> new ArrayList<>())
                    .add(version);
        }

        Checked<PayeeQuota> run() {
            DateRange measured = measured();
            List<List<QuotaVersion>> quotas = new ArrayList<>();
            LocalDate covered = measured.from().orElseThrow();
            LocalDate end = measured.before().orElseThrow();
            for (List<QuotaVersion> versions : byStart.values()) {
                DateRange period = versions.get(0).quota().period();
                if (!period.overlaps(measured)) {
                    continue;
                }
                quotas.add(versions);
                sameKind(versions, period);
                if (period.from().orElseThrow().isAfter(covered)) {
                    gap(DateRange.of(covered, period.from().orElseThrow()));
                } else if (quotas.size() > 1 && period.from().orElseThrow().isBefore(covered)) {
                    error(
                            "commission.quota.ambiguous",
                            name + " holds twice from " + period.from().orElseThrow() + ": up to before " + covered
                                    + ", and over " + period,
                            "Maybe one of them belongs to another measure.");
                }
                covered = period.before().orElseThrow().isAfter(covered)
                        ? period.before().orElseThrow()
                        : covered;
            }
            if (covered.isBefore(end)) {
                gap(DateRange.of(covered, end));
            }
            return isRefused(findings)
                    ? Checked.refused(findings)
                    : Checked.accepted(quota(quotas, measured), findings);
        }

        private DateRange measured() {
            DateRange period = policy.periods().periodOf(on).range();
            if (policy.span() == Span.PERIOD) {
                return period;
            }
            return byStart.values().stream()
                    .map(versions -> versions.get(0).quota().period())
                    .filter(quota -> quota.contains(on))
                    .findFirst()
                    .flatMap(DateRange::from)
                    .filter(from -> from.isBefore(period.before().orElseThrow()))
                    .map(from -> DateRange.of(from, period.before().orElseThrow()))
                    .orElse(period);
        }

        private void sameKind(List<QuotaVersion> versions, DateRange period) {
            CurrencyUnit currency = versions.get(0).quota().amount().getCurrency();
            for (QuotaVersion version : versions) {
                Quota quota = version.quota();
                if (!quota.period().equals(period)) {
                    error(
                            "commission.quota.ambiguous",
                            name + " holds over " + period + " and over " + quota.period(),
                            "Maybe one of them belongs to another measure.");
                }
                if (!quota.amount().getCurrency().getCurrencyCode().equals(currency.getCurrencyCode())) {
                    error(
                            "commission.quota.currency",
                            name + " is in two currencies: "
                                    + versions.get(0).quota().amount() + " and " + quota.amount(),
                            "Maybe state it in the plan's currency.");
                }
                if (!new QuotaPieces(policy, facts).fits(quota)) {
                    error(
                            "commission.quota.season",
                            name + " over " + period + " has "
                                    + policy.periods().touching(period).size() + " periods, but the season "
                                    + policy.season().size() + " weights",
                            "Maybe the season is of a whole year.");
                }
            }
        }

        private PayeeQuota quota(List<List<QuotaVersion>> quotas, DateRange measured) {
            QuotaPieces cut = new QuotaPieces(policy, facts);
            List<Piece> pieces = new ArrayList<>();
            quotas.forEach(versions -> pieces.addAll(cut.pieces(versions, measured)));
            Quota latest = quotas.get(quotas.size() - 1)
                    .get(quotas.get(quotas.size() - 1).size() - 1)
                    .quota();
            CurrencyUnit currency = latest.amount().getCurrency();
            Rational full = Rational.ZERO;
            Rational present = Rational.ZERO;
            Rational ramped = Rational.ZERO;
            List<Step> steps = new ArrayList<>();
            for (Piece piece : pieces) {
                Rational next = full.plus(piece.full());
                steps.add(step(
                        "agreed, version {version}: {reason}",
                        rounded(next, currency).subtract(rounded(full, currency)),
                        currency,
                        ImmutableMap.of(
                                "version",
                                Integer.toString(piece.version().quota().version()),
                                "reason",
                                piece.version().reason(),
                                "exact",
                                piece.full().toString())));
                full = next;
                present = present.plus(piece.present());
                ramped = ramped.plus(piece.ramped());
            }
            if (!present.equals(full)) {
                steps.add(step(
                        "days not there, {dayCount}, {days}",
                        rounded(present, currency).subtract(rounded(full, currency)),
                        currency,
                        ImmutableMap.of(
                                "dayCount",
                                policy.dayCount().toString(),
                                "days",
                                policy.days().name().toLowerCase(Locale.ROOT),
                                "exact",
                                present.minus(full).toString())));
            }
            if (!ramped.equals(present)) {
                steps.add(step(
                        "ramp",
                        rounded(ramped, currency).subtract(rounded(present, currency)),
                        currency,
                        ImmutableMap.of("exact", ramped.minus(present).toString())));
            }
            Rate carried = full.signum() == 0 ? Rate.ONE : new Rate(ramped.dividedBy(full));
            return PayeeQuota.builder()
                    .quota(latest.withPeriod(measured)
                            .withAmount(policy.rounding().round(ramped, currency)))
                    .full(policy.rounding().round(full, currency))
                    .carried(carried)
                    .explanation(new Explanation.Sum(
                            facts.owner() + " " + facts.measure() + " " + measured + ", policy " + policy.id() + " v"
                                    + policy.version() + ": carries " + carried,
                            Quantity.of(rounded(ramped, currency), currency.getCurrencyCode()),
                            ImmutableList.copyOf(steps)))
                    .findings(findings)
                    .computedFrom(provenance())
                    .build();
        }

        private Step step(String label, BigDecimal amount, CurrencyUnit currency, ImmutableMap<String, String> inputs) {
            return Step.builder()
                    .rule(new RuleRef(policy.id(), policy.version(), ""))
                    .label(label)
                    .amount(Quantity.of(amount, currency.getCurrencyCode()))
                    .inputs(inputs)
                    .build();
        }

        private BigDecimal rounded(Rational exact, CurrencyUnit currency) {
            return exact.round(
                    policy.rounding().scaleOf(currency), policy.rounding().mode());
        }

        private Provenance provenance() {
            return Provenance.builder()
                    .engine("QuotaCalculator")
                    .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                    .putInputs(
                            "facts",
                            new Provenance.Input(
                                    facts.owner().value(),
                                    facts.measure(),
                                    Fingerprint.ofText(SalesOpsJson.write(facts))))
                    .putInputs(
                            "asOf",
                            new Provenance.Input(
                                    on.toString(),
                                    asOf.knownAt().map(Object::toString).orElse("all"),
                                    Fingerprint.ofText(SalesOpsJson.write(asOf))))
                    .build();
        }

        private void gap(DateRange days) {
            error(
                    byStart.isEmpty() ? "commission.quota.missing" : "commission.quota.gap",
                    "no " + name + " holds " + days,
                    "Maybe it was not loaded, or another policy measures it.");
        }

        private void error(String code, String message, String remedy) {
            findings.add(Finding.error(code, "/quotas", message).maybe(remedy));
        }
    }
}
