package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/**
 * What one plan is asked: a payee whose credits run to the bounds of the plan, and the question how pay rises there.
 *
 * @param payee quotas for every measure of the plan, and credits of which some do not count
 * @param period the days of the quotas: up to a year within the days of the plan
 * @param currency the plan's
 * @param measure the measure on which pay is probed
 * @param from the credited amount from which it is probed, in minor units of pay; not negative
 * @param step how far it is probed; not negative
 * @param seed for what a law chooses by chance
 */
record PlanCase(
        PayeeYear payee, FiscalPeriod period, CurrencyUnit currency, String measure, long from, long step, long seed) {
    private static final PayeeId PAYEE = PayeeId.of("payee");
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
    private static final Rational RATE = Rational.of(7, 6);
    private static final int MOST_CREDITS = 10;
    private static final long[] QUOTAS = {0, 1, 7, 999, 10_000, 1_000_000, 10_000_003};

    /** The last day of the period, with one rate for every day. */
    AsOf asOf() {
        CurrencyUnit paid = currency;
        return AsOf.date(period.before().minusDays(1))
                .rates(RateTable.builder()
                        .id("drawn")
                        .addRates(new DatedRate(foreign(paid), paid, LocalDate.EPOCH, RATE, "drawn"))
                        .build());
    }

    private static CurrencyUnit foreign(CurrencyUnit paid) {
        return Monetary.getCurrency(paid.getCurrencyCode().equals("EUR") ? "USD" : "EUR");
    }

    PlanCase with(Iterable<Credit> credits) {
        return new PlanCase(
                PayeeYear.builder()
                        .payee(payee.payee())
                        .quotas(payee.quotas())
                        .credits(credits)
                        .build(),
                period,
                currency,
                measure,
                from,
                step,
                seed);
    }

    /** The case with fewer credits. */
    ImmutableList<PlanCase> smaller() {
        return Laws.fewer(payee.credits()).stream().map(this::with).collect(ImmutableList.toImmutableList());
    }

    String text() {
        return "probe of " + measure + " from " + from + " by " + step + " minor units, period " + period.range()
                + ", facts " + SalesOpsJson.write(payee);
    }

    /** Draws a case for a plan. */
    static PlanCase draw(CommissionPlan plan, Random random) {
        return new Draw(plan, random).run();
    }

    /** One case being drawn. */
    private static final class Draw {
        private final CommissionPlan plan;
        private final Random random;
        private final Map<String, Set<Level>> bounds;
        private final List<String> measures;
        private final int scale;
        private final FiscalPeriod period;
        private final Map<String, Long> quotas = new LinkedHashMap<>();

        Draw(CommissionPlan plan, Random random) {
            this.plan = plan;
            this.random = random;
            bounds = PlanLevels.of(plan);
            measures = ImmutableList.copyOf(bounds.keySet());
            scale = plan.rounding().scaleOf(plan.currency());
            period = period(plan.effective());
        }

        private FiscalPeriod period(DateRange days) {
            LocalDate from = days.from()
                    .orElseGet(() -> days.before().map(day -> day.minusYears(1)).orElse(SOME_DAY));
            int months = plan.measures().stream()
                    .flatMap(measure -> measure.resetMonths().stream())
                    .min(Integer::compare)
                    .orElse(12);
            LocalDate year = from.plusMonths(Math.min(12, months));
            return new FiscalPeriod(
                    "days of the quota",
                    from,
                    days.before().filter(day -> day.isBefore(year)).orElse(year));
        }

        PlanCase run() {
            PayeeYear.Builder payee = PayeeYear.builder().payee(PAYEE);
            for (String measure : measures) {
                long amount = QUOTAS[random.nextInt(QUOTAS.length)];
                quotas.put(measure, amount);
                payee.addQuotas(Quota.builder()
                        .owner(RepId.of(PAYEE.value()))
                        .measure(measure)
                        .period(period.range())
                        .amount(
                                PlanLevels.measure(plan, measure).counts().isMoney()
                                        ? MoneyKernel.amount(amount, scale, plan.currency())
                                        : MoneyKernel.amount(amount, scale, Monetary.getCurrency("XXX")))
                        .build());
            }
            String probed = pick(measures);
            long near = Math.max(0, atBound(probed) - random.nextInt(3));
            long step = random.nextBoolean() ? random.nextInt(3) : random.nextInt(10_000);
            return new PlanCase(
                    payee.credits(credits()).build(), period, plan.currency(), probed, near, step, random.nextLong());
        }

        /** Credits that take running totals to a bound, a unit below or above it, and some of other kinds. */
        private List<Credit> credits() {
            List<LocalDate> dates = new ArrayList<>();
            for (int i = random.nextInt(MOST_CREDITS + 1); i > 0; i--) {
                dates.add(date());
            }
            Collections.sort(dates);
            Map<String, Long> totals = new LinkedHashMap<>();
            List<Credit> credits = new ArrayList<>();
            for (int i = 0; i < dates.size(); i++) {
                boolean unknown = random.nextInt(12) == 0;
                String measure = unknown ? "no measure of the plan" : pick(measures);
                Credit.Builder credit = Credit.builder()
                        .id(CreditId.of("C-" + (10 + i)))
                        .payee(random.nextInt(20) == 0 ? PayeeId.of("another") : PAYEE)
                        .source("D-" + i)
                        .date(dates.get(i))
                        .measure(PlanLevels.measure(plan, measure).of());
                if (converts() && random.nextInt(12) == 0) {
                    credits.add(facts(credit, random.nextInt(9_999), 2, foreign(plan.currency())));
                    continue;
                }
                long total = totals.getOrDefault(measure, 0L);
                long amount = !unknown && random.nextInt(3) > 0
                        ? atBound(measure) + random.nextInt(3) - 1 - total
                        : random.nextInt(20_000) - 4_000;
                totals.put(measure, total + amount);
                credits.add(facts(credit, amount, scale, plan.currency()));
            }
            Collections.shuffle(credits, random);
            return credits;
        }

        /** A credit that states whatever a plan may ask. */
        private Credit facts(Credit.Builder credit, long amount, int decimals, CurrencyUnit currency) {
            Credit plain = credit.amount(MoneyKernel.amount(amount, decimals, currency))
                    .margin(MoneyKernel.amount(amount / 3, decimals, currency))
                    .units(BigDecimal.valueOf(amount, scale))
                    .build();
            Credit started = plain.withStarted(plain.date().minusMonths(random.nextInt(20)));
            return random.nextInt(4) == 0 ? started.withPaidBelow(Rate.of("5%")) : started;
        }

        /** Whether the plan says on which day another currency is converted. */
        private boolean converts() {
            return plan.conventions().exchange() == Conventions.RateDate.EVENT_DATE
                    || plan.effective().from().isPresent();
        }

        /** A day of the period; sometimes the day before or after it. */
        private LocalDate date() {
            int days = (int) ChronoUnit.DAYS.between(period.from(), period.before());
            return switch (random.nextInt(16)) {
                case 0 -> period.from().minusDays(1);
                case 1 -> period.before();
                case 2 -> period.from();
                case 3 -> period.before().minusDays(1);
                default -> period.from().plusDays(random.nextInt(days));
            };
        }

        /** The last whole minor unit up to a bound of the measure, or any amount where it has none. */
        private long atBound(String measure) {
            List<Level> levels = List.copyOf(bounds.getOrDefault(measure, Set.of()));
            if (levels.isEmpty()) {
                return random.nextInt(100_000);
            }
            Level level = pick(levels);
            Rational unit = level.share()
                    ? Rational.of(quotas.getOrDefault(measure, 0L))
                    : Rational.of(BigDecimal.ONE.movePointRight(scale));
            return level.value().times(unit).round(0, RoundingMode.FLOOR).longValueExact();
        }

        private <T> T pick(List<T> values) {
            return values.get(random.nextInt(values.size()));
        }
    }
}
