package io.salesops.quote.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.time.DateRange;
import io.salesops.quote.document.Term;
import io.salesops.quote.testkit.BillingArbitraries;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class BillingProperties {

    @Property(tries = 400)
    void instalmentsSumToThePriceAndTileTheTerm(@ForAll("schedules") BillingSchedule schedule) {
        BigDecimal sum = BigDecimal.ZERO;
        Rational exact = Rational.ZERO;
        LocalDate next = schedule.line().term().from();
        for (Instalment instalment : schedule.instalments()) {
            sum = sum.add(Amounts.number(instalment.amount()));
            exact = exact.plus(instalment.exact());
            assertThat(instalment.days().from()).contains(next);
            assertThat(instalment.period().intersection(instalment.days())).contains(instalment.days());
            next = instalment.days().before().orElseThrow();
        }
        assertThat(sum).isEqualByComparingTo(Amounts.number(schedule.line().price()));
        assertThat(exact).isEqualTo(Amounts.exact(schedule.line().price()));
        assertThat(next).isEqualTo(schedule.line().term().before());
        JsonLaws.roundTrips(schedule, BillingSchedule.class);
    }

    /** By largest remainder an instalment is the floor or the ceiling of its exact share, and a credit mirrors its charge. */
    @Property(tries = 300)
    void eachInstalmentIsNextToItsExactShare(
            @ForAll("policies") BillingPolicy drawn, @ForAll("lines") BillableLine line) {
        BillingPolicy policy = drawn.withRounding(RoundingPolicy.halfUp());
        Optional<BillingSchedule> schedule =
                BillingScheduler.of(policy).schedule(line).value();
        Assume.that(schedule.isPresent());
        Rational unit = Rational.of(
                BigDecimal.ONE.movePointLeft(line.price().getCurrency().getDefaultFractionDigits()));
        for (Instalment instalment : schedule.get().instalments()) {
            assertThat(instalment.residue().abs()).isLessThan(unit);
        }
        BillingSchedule credit = BillingScheduler.of(policy)
                .schedule(line.withPrice(line.price().negate()))
                .orThrow();
        for (int i = 0; i < credit.instalments().size(); i++) {
            assertThat(credit.instalments().get(i).amount())
                    .isEqualTo(schedule.get().instalments().get(i).amount().negate());
        }
    }

    /** The law of conservation: a term that is split at any day costs what it costs whole, under one convention and cycle. */
    @Property(tries = 400)
    void splittingATermConservesItsPrice(
            @ForAll("additive") BillingPolicy policy,
            @ForAll("prices") RecurringPrice price,
            @ForAll @IntRange(min = 0, max = 2_000) int at) {
        Term term = price.term();
        long days = DateRange.of(term.from(), term.before()).days();
        Assume.that(days > 1);
        // A cycle of several months that begins on a billing day is counted from the first day of each term.
        Optional<LocalDate> anchor = policy.billingDay().isPresent() && term.billingMonths() == 1
                ? price.anchor()
                : Optional.of(price.anchor().orElse(term.from()));
        Prorator prorator = Prorator.of(policy);
        RecurringPrice anchored = new RecurringPrice(term, price.ramp(), price.currency(), anchor);
        ProratedPrice whole = prorator.price(anchored).orThrow();
        Rational sum = Rational.ZERO;
        Rational months = Rational.ZERO;
        for (Term part : BillingArbitraries.split(term, 1 + at % (days - 1))) {
            ProratedPrice priced = prorator.price(new RecurringPrice(part, price.ramp(), price.currency(), anchor))
                    .orThrow();
            sum = sum.plus(priced.exact());
            months = months.plus(priced.months());
        }
        assertThat(sum).isEqualTo(whole.exact());
        assertThat(months).isEqualTo(whole.months());
    }

    @Property(tries = 200)
    void aProratedPriceIsItsExactValueRoundedOnceAndExplained(
            @ForAll("policies") BillingPolicy policy, @ForAll("prices") RecurringPrice price) {
        ProratedPrice prorated = Prorator.of(policy).price(price).orThrow();
        assertThat(prorated.amount()).isEqualTo(policy.rounding().round(prorated.exact(), price.currency()));
        assertThat(prorated.exact().signum()).isNotNegative();
        assertThat(prorated.residue()).isEqualTo(prorated.exact().minus(Amounts.exact(prorated.amount())));
        JsonLaws.roundTrips(prorated, ProratedPrice.class);
    }

    /** Periods begin on the billing day of every month, or its last day, whatever the months before were like. */
    @Property(tries = 300)
    void periodsBeginOnTheBillingDay(@ForAll @IntRange(min = 1, max = 31) int day, @ForAll("terms") Term term) {
        BillingPolicy policy =
                BillingPolicy.builder().id("b").version("1").billingDay(day).build();
        List<BilledPeriod> periods = Prorator.of(policy)
                .price(RecurringPrice.of(term, Amounts.of("1", "USD"), 1))
                .orThrow()
                .periods();
        for (BilledPeriod period : periods) {
            LocalDate from = period.period().from().orElseThrow();
            assertThat(from.getDayOfMonth())
                    .isEqualTo(Math.min(day, YearMonth.from(from).lengthOfMonth()));
        }
        for (int i = 1; i < periods.size(); i++) {
            YearMonth first = YearMonth.from(periods.get(0).period().from().orElseThrow());
            YearMonth own = YearMonth.from(periods.get(i).period().from().orElseThrow());
            assertThat(own).isEqualTo(first.plusMonths((long) i * term.billingMonths()));
        }
    }

    /** Without a billing day, period n begins n periods after the first day of the term, by the calendar of java.time. */
    @Property(tries = 200)
    void periodsAreCountedFromTheAnchorNeverChained(@ForAll("terms") Term term) {
        List<BilledPeriod> periods = Prorator.of(
                        BillingPolicy.builder().id("b").version("1").build())
                .price(RecurringPrice.of(term, Amounts.of("1", "USD"), 1))
                .orThrow()
                .periods();
        List<LocalDate> expected = new ArrayList<>();
        for (int i = 0; term.from().plusMonths((long) i * term.billingMonths()).isBefore(term.before()); i++) {
            expected.add(term.from().plusMonths((long) i * term.billingMonths()));
        }
        assertThat(periods)
                .extracting(period -> period.days().from().orElseThrow())
                .isEqualTo(expected);
    }

    /** The growth of prices by its definition, one year after the other. */
    @Property(tries = 200)
    void upliftsGrowYearByYear(@ForAll("uplifts") Uplift uplift, @ForAll @IntRange(min = 0, max = 12) int years) {
        Rational factor = Rational.ONE;
        for (int year = 1; year <= years; year++) {
            if (year == 1 || uplift.frequency() == Uplift.Frequency.ANNUAL) {
                Rational base = uplift.growth() == Uplift.Growth.COMPOUND ? factor : Rational.ONE;
                factor = factor.plus(base.times(uplift.rate().value()));
            }
        }
        assertThat(uplift.factor(years)).isEqualTo(factor.max(Rational.ZERO));
    }

    @Property(tries = 200)
    void freeDaysCostNothingAndTheOthersWhatTheyDid(
            @ForAll("prices") RecurringPrice price, @ForAll @IntRange(min = 0, max = 400) int start) {
        DateRange free = DateRange.of(
                price.term().from().plusDays(start), price.term().from().plusDays(start + 30L));
        Ramp ramp = price.ramp().free(free);
        for (LocalDate day = price.term().from(); day.isBefore(price.term().before()); day = day.plusDays(17)) {
            Rational expected = free.contains(day) ? Rational.ZERO : monthly(price.ramp(), day);
            assertThat(monthly(ramp, day)).isEqualTo(expected);
        }
    }

    private static Rational monthly(Ramp ramp, LocalDate day) {
        return ramp.segments().stream()
                .filter(segment -> segment.days().contains(day))
                .findFirst()
                .orElseThrow()
                .monthly();
    }

    @Property(tries = 300)
    void aChangeNeverCreditsMoreThanWasPaid(@ForAll("changes") PriceChange change) {
        ProratedChange prorated = Prorator.of(
                        BillingPolicy.builder().id("b").version("1").build())
                .change(change)
                .orThrow();
        Rational days =
                Rational.of(DateRange.of(change.on(), change.period().before().orElseThrow())
                        .days());
        Rational share = days.dividedBy(Rational.of(change.period().days()));
        assertThat(prorated.unused()).isEqualTo(share);
        assertThat(prorated.credit().isPositive()).isFalse();
        change.cap().ifPresent(cap -> {
            BigDecimal left = Amounts.number(cap.paid()).subtract(Amounts.number(cap.credited()));
            assertThat(Amounts.number(prorated.credit()).negate()).isLessThanOrEqualTo(left.max(BigDecimal.ZERO));
        });
        if (change.cap().isEmpty() && change.before().equals(change.after())) {
            assertThat(prorated.net().isZero()).isTrue();
        }
        JsonLaws.roundTrips(prorated, ProratedChange.class);
    }

    /** Invoices sum to the net price of the quote; each line's instalments sum to its net. */
    @Property(tries = 60)
    void invoicesOfAQuoteSumToItsNetPrice(@ForAll("plans") BillingPlan plan) {
        BigInteger instalments = BigInteger.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        for (BillingSchedule schedule : plan.schedules()) {
            for (Instalment instalment : schedule.instalments()) {
                sum = sum.add(Amounts.number(instalment.amount()));
                instalments = instalments.add(BigInteger.ONE);
            }
        }
        assertThat(sum).isEqualByComparingTo(Amounts.number(plan.total()));
        assertThat(instalments.intValueExact())
                .isGreaterThanOrEqualTo(plan.invoices().size());
        JsonLaws.roundTrips(plan, BillingPlan.class);
    }

    @Provide
    Arbitrary<BillingSchedule> schedules() {
        return BillingArbitraries.billingSchedules();
    }

    @Provide
    Arbitrary<BillingPolicy> policies() {
        return BillingArbitraries.billingPolicies();
    }

    @Provide
    Arbitrary<BillingPolicy> additive() {
        return BillingArbitraries.additivePolicies();
    }

    @Provide
    Arbitrary<BillableLine> lines() {
        return BillingArbitraries.billableLines();
    }

    @Provide
    Arbitrary<RecurringPrice> prices() {
        return BillingArbitraries.recurringPrices();
    }

    @Provide
    Arbitrary<Term> terms() {
        return BillingArbitraries.billedTerms();
    }

    @Provide
    Arbitrary<Uplift> uplifts() {
        return BillingArbitraries.uplifts();
    }

    @Provide
    Arbitrary<PriceChange> changes() {
        return BillingArbitraries.priceChanges();
    }

    @Provide
    Arbitrary<BillingPlan> plans() {
        return BillingArbitraries.billingPlans();
    }
}
