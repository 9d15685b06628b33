package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions.RateDate;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.money.MonetaryAmount;

/**
 * The credits that count, in the plan's currency, by date and id; the others by the reason why not.
 *
 * @param credits what counts: of the period, and of earlier ones in the same quota
 * @param omitted what does not, by reason
 * @param lookups the exchange rates that were used
 */
record Counted(ImmutableList<Entry> credits, ImmutableList<Omission> omitted, ImmutableList<String> lookups) {
    private static final int EXAMPLES = 5;
    private static final Comparator<Credit> ORDER =
            Comparator.comparing(Credit::date).thenComparing(Credit::id);

    /**
     * One credit.
     *
     * @param amount in the plan's currency
     * @param measure the position of its measure among the plan's
     */
    record Entry(Credit credit, MonetaryAmount amount, int measure) {}

    /** Sorts and sieves; problems go to {@code findings}. O(n log n). */
    static Counted of(
            Program program,
            FiscalPeriod period,
            PayeeYear payee,
            List<Goal> goals,
            AsOf asOf,
            List<Finding> findings) {
        return new Intake(program, period, payee, goals, asOf, findings).run();
    }

    private static final class Intake {
        private final Program program;
        private final CommissionPlan plan;
        private final FiscalPeriod period;
        private final PayeeYear payee;
        private final List<Goal> goals;
        private final AsOf asOf;
        private final List<Finding> findings;
        private final Map<String, List<String>> leftOut = new TreeMap<>();
        private final TreeSet<String> lookups = new TreeSet<>();

        Intake(
                Program program,
                FiscalPeriod period,
                PayeeYear payee,
                List<Goal> goals,
                AsOf asOf,
                List<Finding> findings) {
            this.program = program;
            this.plan = program.plan();
            this.period = period;
            this.payee = payee;
            this.goals = goals;
            this.asOf = asOf;
            this.findings = findings;
        }

        Counted run() {
            List<Entry> counted = new ArrayList<>();
            Optional<Credit> last = Optional.empty();
            for (Credit credit : ImmutableList.sortedCopyOf(Comparator.comparing(Credit::id), payee.credits())) {
                Credit before = last.orElse(credit);
                if (last.isPresent() && before.id().equals(credit.id())) {
                    findings.add(Finding.error(
                                    "commission.credit.duplicate",
                                    path(credit),
                                    "credit id " + credit.id() + " occurs twice: " + before.amount() + " on "
                                            + before.date() + " and " + credit.amount() + " on " + credit.date())
                            .maybe("Maybe a file was loaded twice; a correction needs an id of its own."));
                }
                last = Optional.of(credit);
            }
            for (Credit credit : ImmutableList.sortedCopyOf(ORDER, payee.credits())) {
                Optional<String> reason = whyNot(credit);
                if (reason.isPresent()) {
                    leftOut.computeIfAbsent(reason.get(), key -> new ArrayList<>())
                            .add(credit.id().value());
                } else {
                    convert(credit)
                            .ifPresent(amount ->
                                    counted.add(new Entry(credit, amount, program.measure(credit.measure()))));
                }
            }
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            leftOut.forEach((reason, ids) -> omitted.add(Omission.of(reason, ids, EXAMPLES)));
            return new Counted(ImmutableList.copyOf(counted), omitted.build(), ImmutableList.copyOf(lookups));
        }

        private Optional<String> whyNot(Credit credit) {
            LocalDate date = credit.date();
            int measure = program.measure(credit.measure());
            if (!credit.payee().equals(payee.payee())) {
                return Optional.of("of payee " + credit.payee());
            }
            if (measure < 0) {
                return Optional.of("measure " + credit.measure() + " is not in the plan");
            }
            if (asOf.knownAt().isPresent() && !known(credit)) {
                return Optional.of("not yet recorded at " + asOf.knownAt().get());
            }
            if (!plan.effective().contains(date)) {
                return Optional.of("outside the days of the plan");
            }
            if (!payee.employed().contains(date)) {
                return Optional.of("outside the employment");
            }
            if (!date.isBefore(period.before())) {
                return Optional.of("after the period");
            }
            if (date.isAfter(asOf.date())) {
                return Optional.of("after " + asOf.date());
            }
            if (!goals.get(measure).over().contains(date)) {
                return Optional.of("before the period of the quota");
            }
            return goals.get(measure).notCounted() && !paidWithoutQuota(measure)
                    ? Optional.of("quota of " + credit.measure() + " is zero")
                    : Optional.empty();
        }

        private boolean known(Credit credit) {
            if (credit.recordedAt().isEmpty()) {
                findings.add(Finding.error(
                                "commission.credit.unrecorded",
                                path(credit) + "/recordedAt",
                                "credit " + credit.id() + " does not say when it was recorded, so what was known at "
                                        + asOf.knownAt().orElseThrow() + " is unknown")
                        .maybe("Maybe load the time of recording, or ask without knownAt."));
                return true;
            }
            return !credit.recordedAt().get().isAfter(asOf.knownAt().orElseThrow());
        }

        private boolean paidWithoutQuota(int measure) {
            return program.payers().stream()
                    .anyMatch(payer -> payer.measure() == measure
                            && payer.rule() instanceof io.salesops.commission.plan.PlanRule.Flat);
        }

        /** Converts a refund to the mirror image of its sale, so that both together are nothing. */
        private Optional<MonetaryAmount> convert(Credit credit) {
            MonetaryAmount amount = credit.amount();
            if (amount.getCurrency().equals(plan.currency())) {
                return Optional.of(amount);
            }
            Optional<LocalDate> on = plan.conventions().exchange() == RateDate.EVENT_DATE
                    ? Optional.of(credit.date())
                    : plan.effective().from();
            Optional<DatedRate> rate =
                    on.flatMap(date -> asOf.rates().rate(amount.getCurrency(), plan.currency(), date));
            if (rate.isEmpty()) {
                findings.add(Finding.error(
                                "commission.exchange.missing",
                                path(credit) + "/amount",
                                "credit " + credit.id() + " of " + amount + " needs the rate to " + plan.currency()
                                        + on.map(date -> " on " + date)
                                                .orElse(" on the plan's first day, and the plan states none")
                                        + "; table " + asOf.rates().id() + " does not have it")
                        .maybe("Maybe pass a table of rates with the day of the question."));
                return Optional.empty();
            }
            lookups.add(rate.get().toString());
            Rational exact = Amounts.exact(amount).times(rate.get().rate());
            MonetaryAmount converted = plan.rounding().round(exact.abs(), plan.currency());
            return Optional.of(exact.signum() < 0 ? converted.negate() : converted);
        }

        private static String path(Credit credit) {
            return "/credits/" + credit.id();
        }
    }
}
