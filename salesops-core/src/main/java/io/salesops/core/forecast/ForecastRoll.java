package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Adds submissions up a dated hierarchy: gross stays gross, adjustments are layers of their own.
 *
 * <p>The order of submissions and deals changes nothing; the total of a manager is the sum of own deals, totals below and own
 * adjustments. Immutable and thread-safe. Cost: persons times depth.
 */
public final class ForecastRoll {
    private static final Comparator<Submission> LATEST = Comparator.comparing((Submission submission) ->
                    submission.submitted().map(By::at).orElse(Instant.MIN))
            .thenComparing(SalesOpsJson::write);

    private final Hierarchy hierarchy;
    private final SubmissionPolicy policy;

    private ForecastRoll(Hierarchy hierarchy, SubmissionPolicy policy) {
        this.hierarchy = hierarchy;
        this.policy = policy;
    }

    /**
     * Makes a roll-up.
     *
     * @throws FindingsException if reps report to each other in a circle, or to two managers on one day
     */
    public static ForecastRoll of(Hierarchy hierarchy, SubmissionPolicy policy) {
        ImmutableList<Finding> errors = hierarchy.check().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(ImmutableList.toImmutableList());
        if (!errors.isEmpty()) {
            throw new FindingsException(errors);
        }
        return new ForecastRoll(hierarchy, policy);
    }

    /**
     * Adds submissions up, and holds them against the deals.
     *
     * @param deals what each person's deals say, by {@link DealCategories#of}; empty to check nothing against deals
     * @param asOf the day on which the hierarchy holds, and from which age is counted
     */
    public ForecastCall call(
            FiscalPeriod period, List<Submission> submissions, Map<RepId, CategoryAmounts> deals, AsOf asOf) {
        return new Run(period, submissions, deals, asOf).call();
    }

    /** The state of one call. */
    private final class Run {
        private final FiscalPeriod period;
        private final Map<RepId, CategoryAmounts> deals;
        private final AsOf asOf;
        private final Map<RepId, Submission> counted = new TreeMap<>();
        private final ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        private final ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        private final List<Submission> given;

        Run(FiscalPeriod period, List<Submission> submissions, Map<RepId, CategoryAmounts> deals, AsOf asOf) {
            this.period = period;
            this.deals = deals;
            this.asOf = asOf;
            this.given = submissions;
        }

        ForecastCall call() {
            choose();
            Set<RepId> people = new TreeSet<>(counted.keySet());
            for (Hierarchy.Reporting link : hierarchy.links()) {
                if (link.dates().contains(asOf.date())) {
                    people.add(link.rep());
                    people.add(link.manager());
                }
            }
            people.forEach(this::check);
            Map<RepId, ForecastCall.Line> lines = new TreeMap<>();
            people.forEach(who -> line(who, lines));
            return new ForecastCall(
                    period,
                    ImmutableSortedMap.copyOf(lines),
                    explanation(lines),
                    findings.build(),
                    omitted.build(),
                    provenance());
        }

        private void choose() {
            List<String> other = new ArrayList<>();
            List<String> replaced = new ArrayList<>();
            List<String> foreign = new ArrayList<>();
            Optional<CurrencyUnit> currency = Optional.empty();
            for (Submission submission :
                    given.stream().sorted(LATEST.reversed()).toList()) {
                String who = submission.who().value();
                Optional<CurrencyUnit> own = currencyOf(submission);
                if (!submission.period().equals(period)) {
                    other.add(who);
                } else if (counted.containsKey(submission.who())) {
                    replaced.add(who);
                } else if (currency.isPresent() && own.isPresent() && !same(currency.get(), own.get())) {
                    foreign.add(who);
                } else {
                    currency = currency.or(() -> own);
                    counted.put(submission.who(), submission);
                }
            }
            omit("for another period", other);
            omit("replaced by a later submission of the same person", replaced);
            omit("in another currency than the latest submission", foreign);
        }

        private void omit(String reason, List<String> who) {
            if (!who.isEmpty()) {
                omitted.add(Omission.of(reason, who.stream().sorted().toList(), 5));
            }
        }

        private void check(RepId who) {
            Submission submission = counted.get(who);
            if (submission == null) {
                warn("missing", who, who + " has no forecast for " + period, "Maybe ask for it.");
                return;
            }
            submission.own().amounts().forEach((category, amount) -> {
                if (amount.isNegative()) {
                    warn(
                            "negative",
                            who,
                            who + " forecasts " + amount + " as " + words(category),
                            "Maybe an adjustment was meant.");
                }
            });
            Optional<Instant> at = submission.submitted().map(By::at);
            policy.due().ifPresent(due -> {
                if (at.isEmpty()) {
                    warn("open", who, who + " has not submitted; it was due at " + due, "Maybe ask for it.");
                } else if (at.get().isAfter(due)) {
                    warn(
                            "late",
                            who,
                            who + " submitted at " + at.get() + ", it was due at " + due,
                            "Maybe it still counts.");
                }
            });
            if (policy.staleAfterDays().isPresent() && at.isPresent()) {
                long days = asOf.date().toEpochDay()
                        - java.time.LocalDate.ofInstant(at.get(), asOf.zone()).toEpochDay();
                if (days > policy.staleAfterDays().getAsInt()) {
                    warn("stale", who, who + " submitted " + days + " days ago", "Maybe ask for a new one.");
                }
            }
            CategoryAmounts known = deals.get(who);
            if (known != null) {
                against(who, submission.own(), known);
            }
        }

        private void against(RepId who, CategoryAmounts own, CategoryAmounts known) {
            Optional<MonetaryAmount> any = own.amounts().values().stream()
                    .findFirst()
                    .or(() -> known.amounts().values().stream().findFirst());
            if (any.isEmpty()
                    || !known.amounts().values().stream()
                            .allMatch(amount ->
                                    same(amount.getCurrency(), any.get().getCurrency()))) {
                return;
            }
            CurrencyUnit currency = any.get().getCurrency();
            MonetaryAmount closed = own.of(ForecastCategory.CLOSED, currency);
            MonetaryAmount won = known.of(ForecastCategory.CLOSED, currency);
            if (!closed.isEqualTo(won)) {
                warn(
                        "closed",
                        who,
                        who + " states " + closed + " closed, won deals are " + won,
                        "Maybe a deal was closed since.");
            }
            MonetaryAmount open = own.cumulative(currency).openPipeline();
            MonetaryAmount pipeline = known.cumulative(currency).openPipeline();
            if (open.isGreaterThan(pipeline)) {
                warn(
                        "overPipeline",
                        who,
                        who + " forecasts " + open + " of open deals, which are " + pipeline,
                        "Maybe a deal is missing in the pipeline, or closes in another period.");
            }
        }

        private void warn(String problem, RepId who, String message, String remedy) {
            findings.add(Finding.warning("forecast.submission." + problem, who.value(), message)
                    .maybe(remedy));
        }

        private ForecastCall.Line line(RepId who, Map<RepId, ForecastCall.Line> lines) {
            ForecastCall.Line known = lines.get(who);
            if (known != null) {
                return known;
            }
            Submission submission = counted.get(who);
            CategoryAmounts own = submission == null ? CategoryAmounts.none() : submission.own();
            CategoryAmounts gross = own;
            CategoryAmounts layers = CategoryAmounts.none();
            if (submission != null) {
                for (Submission.Adjustment layer : submission.adjustments()) {
                    layers = layers.plus(layer.category(), layer.amount());
                }
            }
            for (RepId below : hierarchy.reportsOf(who, asOf.date())) {
                ForecastCall.Line line = line(below, lines);
                gross = gross.plus(line.gross());
                layers = layers.plus(line.adjustments());
            }
            ForecastCall.Line line = new ForecastCall.Line(
                    hierarchy.managerOf(who, asOf.date()), own, gross, layers, gross.plus(layers));
            lines.put(who, line);
            return line;
        }

        /** The commit forecast of those at the top, as own deals and layers of each person. */
        private Explanation explanation(Map<RepId, ForecastCall.Line> lines) {
            Optional<CurrencyUnit> currency = counted.values().stream()
                    .flatMap(submission -> currencyOf(submission).stream())
                    .findFirst();
            RuleRef rule = new RuleRef("hierarchy", "1", "/links");
            ImmutableList.Builder<Step> steps = ImmutableList.builder();
            BigDecimal sum = BigDecimal.ZERO;
            String unit = currency.map(CurrencyUnit::getCurrencyCode).orElse("deals");
            for (RepId who : lines.keySet()) {
                Submission submission = counted.get(who);
                if (submission == null || currency.isEmpty()) {
                    continue;
                }
                BigDecimal own = commit(submission.own(), currency.get());
                sum = sum.add(own);
                steps.add(Step.of(rule, who + ", own deals", Quantity.of(own, unit)));
                for (Submission.Adjustment layer : submission.adjustments()) {
                    BigDecimal amount =
                            commit(CategoryAmounts.none().plus(layer.category(), layer.amount()), currency.get());
                    sum = sum.add(amount);
                    steps.add(Step.of(
                            rule,
                            who + " adjusts " + words(layer.category()) + ": " + layer.why(),
                            Quantity.of(amount, unit)));
                }
            }
            return new Explanation.Sum("commit forecast " + period, Quantity.of(sum, unit), steps.build());
        }

        private static BigDecimal commit(CategoryAmounts amounts, CurrencyUnit currency) {
            return Amounts.number(amounts.cumulative(currency).commitForecast());
        }

        private Provenance provenance() {
            return Provenance.builder()
                    .engine("ForecastRoll")
                    .putInputs(
                            "hierarchy",
                            new Provenance.Input(
                                    "hierarchy",
                                    hierarchy.links().size() + " links",
                                    SalesOpsJson.fingerprint(hierarchy)))
                    .putInputs(
                            "submissions",
                            new Provenance.Input(
                                    "submissions",
                                    given.size() + " submissions",
                                    Fingerprint.ofFacts(given.stream()
                                            .map(SalesOpsJson::write)
                                            .toList())))
                    .build();
        }
    }

    private static boolean same(CurrencyUnit first, CurrencyUnit second) {
        return first.getCurrencyCode().equals(second.getCurrencyCode());
    }

    private static Optional<CurrencyUnit> currencyOf(Submission submission) {
        return submission.own().amounts().values().stream()
                .findFirst()
                .or(() -> submission.adjustments().stream()
                        .map(Submission.Adjustment::amount)
                        .findFirst())
                .map(MonetaryAmount::getCurrency);
    }

    private static String words(ForecastCategory category) {
        return SalesOpsJson.write(category).replace("\"", "");
    }
}
