package io.salesops.quote.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.MoneyArbitraries;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.MonthEnd;
import io.salesops.quote.billing.BillableLine;
import io.salesops.quote.billing.BilledPeriod;
import io.salesops.quote.billing.BillingPlan;
import io.salesops.quote.billing.BillingPolicy;
import io.salesops.quote.billing.BillingSchedule;
import io.salesops.quote.billing.BillingScheduler;
import io.salesops.quote.billing.CreditCap;
import io.salesops.quote.billing.Instalment;
import io.salesops.quote.billing.PriceChange;
import io.salesops.quote.billing.ProratedChange;
import io.salesops.quote.billing.ProratedPrice;
import io.salesops.quote.billing.Prorator;
import io.salesops.quote.billing.Ramp;
import io.salesops.quote.billing.RampSegment;
import io.salesops.quote.billing.RecurringPrice;
import io.salesops.quote.billing.Uplift;
import io.salesops.quote.document.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of billing policies, of what is billed by them, and of the schedules; ends of months come often. */
public final class BillingArbitraries {
    private BillingArbitraries() {}

    /** Policies of every day count, with and without a billing day. */
    public static Arbitrary<BillingPolicy> billingPolicies() {
        Arbitrary<RoundingPolicy> rounding = Combinators.combine(
                        Arbitraries.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN),
                        Arbitraries.of(ResidueOwner.LARGEST_REMAINDER, ResidueOwner.LAST_KEY))
                .as((mode, residue) ->
                        RoundingPolicy.builder().mode(mode).residue(residue).build());
        Arbitrary<OptionalInt> billingDays = Arbitraries.oneOf(
                Arbitraries.just(OptionalInt.empty()),
                Arbitraries.integers().between(1, 31).map(OptionalInt::of),
                Arbitraries.integers().between(28, 31).map(OptionalInt::of));
        return Combinators.combine(
                        TimeArbitraries.dayCounts(),
                        billingDays,
                        Arbitraries.of(MonthEnd.class),
                        Arbitraries.of(BillingPolicy.Timing.class),
                        Arbitraries.of(BillingPolicy.PartialPeriod.class),
                        Arbitraries.of(BillingPolicy.StubBasis.class),
                        rounding,
                        CrmArbitraries.names().optional(0.2))
                .as((dayCount, day, monthEnd, timing, partial, stub, round, note) -> {
                    BillingPolicy.Builder policy = BillingPolicy.builder()
                            .id("billing")
                            .version("1")
                            .dayCount(dayCount)
                            .monthEnd(monthEnd)
                            .timing(timing)
                            .partialPeriod(partial)
                            .stubBasis(stub)
                            .rounding(round)
                            .note(note);
                    day.ifPresent(policy::billingDay);
                    return policy.build();
                });
    }

    /** Policies by which the parts of a split term cost what the whole does. */
    public static Arbitrary<BillingPolicy> additivePolicies() {
        return billingPolicies()
                .filter(policy -> policy.dayCount().addsUp())
                .map(policy -> policy.withPartialPeriod(BillingPolicy.PartialPeriod.PRORATED)
                        .withStubBasis(BillingPolicy.StubBasis.CYCLE));
    }

    /** Terms of up to five years that are billed by one to twelve months; month ends are among their first days. */
    public static Arbitrary<Term> billedTerms() {
        Arbitrary<LocalDate> before = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 60).map(months -> LocalDate.EPOCH.plusMonths(months)),
                Arbitraries.integers().between(1, 1_800).map(LocalDate.EPOCH::plusDays));
        return Combinators.combine(TimeArbitraries.dates(), before, Arbitraries.of(1, 1, 2, 3, 6, 12))
                .as((from, length, months) -> new Term(from, from.plusDays(length.toEpochDay()), months));
    }

    /** Monthly prices from nothing to 10,000. */
    public static Arbitrary<Rational> monthlyPrices() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000_000).map(cents -> Rational.of(cents, 100)),
                Arbitraries.longs().between(1, 700).map(thirds -> Rational.of(thirds, 3)));
    }

    /** Ramps over a term: flat, by years, uplifted, and with free days. */
    public static Arbitrary<Ramp> ramps(Term term) {
        DateRange days = DateRange.of(term.from(), term.before());
        Arbitrary<DateRange> free = Combinators.combine(
                        Arbitraries.longs().between(0, days.days() - 1),
                        Arbitraries.longs().between(0, days.days()))
                .as((start, length) ->
                        DateRange.of(term.from().plusDays(start), term.from().plusDays(start + length)));
        return Arbitraries.oneOf(
                monthlyPrices().map(price -> Ramp.flat(term, price)),
                monthlyPrices().list().ofMinSize(1).ofMaxSize(4).map(prices -> Ramp.yearly(term, prices)),
                Combinators.combine(uplifts(), monthlyPrices()).as((uplift, price) -> uplift.ramp(term, price)),
                Combinators.combine(monthlyPrices(), free)
                        .as((price, range) -> Ramp.flat(term, price).free(range)));
    }

    /** Ramps of {@link #billedTerms()}. */
    public static Arbitrary<Ramp> ramps() {
        return billedTerms().flatMap(BillingArbitraries::ramps);
    }

    /** Segments of ramps. */
    public static Arbitrary<RampSegment> rampSegments() {
        return Members.of(ramps().map(Ramp::segments));
    }

    /** Uplifts from -5% to 20%. */
    public static Arbitrary<Uplift> uplifts() {
        return Combinators.combine(
                        Arbitraries.longs().between(-50, 200).map(part -> Rate.ratio(part, 1_000)),
                        Arbitraries.of(Uplift.Frequency.class),
                        Arbitraries.of(Uplift.Growth.class))
                .as(Uplift::new);
    }

    /** Lines of every shape: with ramps, anchors and credits; some are billed at once. */
    public static Arbitrary<BillableLine> billableLines() {
        Arbitrary<MonetaryAmount> prices = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-1_000, 1_000),
                                Arbitraries.longs().between(0, 50_000_000)),
                        MoneyArbitraries.currencies())
                .as((minor, currency) -> MoneyKernel.amount(minor, currency.getDefaultFractionDigits(), currency));
        return billedTerms()
                .flatMap(term -> Combinators.combine(
                                PricingArbitraries.lineIds(),
                                prices,
                                ramps(term).optional(0.5),
                                Arbitraries.integers().between(-400, 400).optional(0.3),
                                Arbitraries.of(false, false, false, true))
                        .as((id, price, ramp, anchor, oneTime) -> BillableLine.of(id, term, price)
                                .withRamp(ramp)
                                .withAnchor(anchor.map(days -> term.from().plusDays(days)))
                                .withOneTime(oneTime)));
    }

    /** Schedules of {@link #billableLines()} that no policy refuses. */
    public static Arbitrary<BillingSchedule> billingSchedules() {
        return Combinators.combine(billingPolicies(), billableLines())
                .as((policy, line) -> BillingScheduler.of(policy)
                        .schedule(line)
                        .value()
                        .orElseGet(() -> BillingScheduler.of(policy)
                                .schedule(line.withOneTime(true))
                                .orThrow()));
    }

    /** Instalments of schedules. */
    public static Arbitrary<Instalment> instalments() {
        return Members.of(billingSchedules().map(BillingSchedule::instalments));
    }

    /** Plans of priced quotes. */
    public static Arbitrary<BillingPlan> billingPlans() {
        return PricingArbitraries.pricedQuotes()
                .map(priced -> BillingScheduler.of(BillingPolicy.builder()
                                .id("billing")
                                .version("1")
                                .build())
                        .plan(priced)
                        .orThrow());
    }

    /** Prices of months over {@link #billedTerms()}. */
    public static Arbitrary<RecurringPrice> recurringPrices() {
        return billedTerms()
                .flatMap(term -> Combinators.combine(
                                ramps(term),
                                MoneyArbitraries.currencies(),
                                Arbitraries.integers().between(-400, 400).optional(0.3))
                        .as((ramp, currency, anchor) -> new RecurringPrice(
                                term,
                                ramp,
                                currency,
                                anchor.map(days -> term.from().plusDays(days)))));
    }

    /** Prorated prices. */
    public static Arbitrary<ProratedPrice> proratedPrices() {
        return Combinators.combine(billingPolicies(), recurringPrices())
                .as((policy, price) -> Prorator.of(policy).price(price).orThrow());
    }

    /** Billing periods that a term covers. */
    public static Arbitrary<BilledPeriod> billedPeriods() {
        return Members.of(proratedPrices().map(ProratedPrice::periods));
    }

    /** Caps, of which some leave nothing. */
    public static Arbitrary<CreditCap> creditCaps() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000),
                        Arbitraries.longs().between(0, 1_200),
                        MoneyArbitraries.currencies())
                .as((paid, credited, currency) -> new CreditCap(
                        Amounts.of(BigDecimal.valueOf(paid), currency),
                        Amounts.of(BigDecimal.valueOf(credited), currency)));
    }

    /** Changes within months and other periods. */
    public static Arbitrary<PriceChange> priceChanges() {
        return Combinators.combine(
                        TimeArbitraries.dates(),
                        Arbitraries.integers().between(2, 400),
                        Arbitraries.integers().between(0, 399),
                        Arbitraries.longs().between(0, 100_000),
                        Arbitraries.longs().between(0, 100_000),
                        creditCaps(),
                        Arbitraries.of(true, false))
                .as((from, days, on, before, after, cap, capped) -> PriceChange.of(
                                DateRange.of(from, from.plusDays(days)),
                                from.plusDays(on % days),
                                Amounts.of(
                                        BigDecimal.valueOf(before), cap.paid().getCurrency()),
                                Amounts.of(BigDecimal.valueOf(after), cap.paid().getCurrency()))
                        .withCap(capped ? Optional.of(cap) : Optional.empty()));
    }

    /** What changes cost, by days. */
    public static Arbitrary<ProratedChange> proratedChanges() {
        return Combinators.combine(priceChanges(), Arbitraries.of(DayCount.ACT_ACT_ICMA, DayCount.ACT_365F))
                .as((change, dayCount) -> Prorator.of(BillingPolicy.builder()
                                .id("billing")
                                .version("1")
                                .dayCount(dayCount)
                                .build())
                        .change(change)
                        .orThrow());
    }

    /** Returns the two parts of a term that is split after so many days of it. */
    public static ImmutableList<Term> split(Term term, long days) {
        LocalDate at = term.from().plusDays(days);
        List<Term> parts = new ArrayList<>();
        parts.add(new Term(term.from(), at, term.billingMonths()));
        parts.add(new Term(at, term.before(), term.billingMonths()));
        return ImmutableList.copyOf(parts);
    }
}
