package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.quota.BlendedAmount;
import io.salesops.commission.quota.DatedAmount;
import io.salesops.commission.quota.DayBlend;
import io.salesops.commission.quota.MeasurePeriods;
import io.salesops.commission.quota.PayeeQuota;
import io.salesops.commission.quota.QuotaBook;
import io.salesops.commission.quota.QuotaCalculator;
import io.salesops.commission.quota.QuotaFacts;
import io.salesops.commission.quota.QuotaPolicy;
import io.salesops.commission.quota.QuotaVersion;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.FiscalCalendar;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Quotas of 2026 in US dollars, policies and payees who come, go and take leave. */
public final class QuotaArbitraries {

    /** The year over which quotas run. */
    public static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final RepId ANA = RepId.of("ana");

    private QuotaArbitraries() {}

    /** Periods that tile the calendar year. */
    public static Arbitrary<MeasurePeriods> measurePeriods() {
        FiscalCalendar calendar = FiscalCalendar.startingIn(Month.JANUARY);
        return Arbitraries.of(
                MeasurePeriods.of(calendar, MeasurePeriods.Every.HALF_MONTH),
                MeasurePeriods.of(calendar, MeasurePeriods.Every.MONTH),
                MeasurePeriods.of(calendar, MeasurePeriods.Every.QUARTER),
                MeasurePeriods.of(calendar, MeasurePeriods.Every.YEAR));
    }

    /** Policies with every convention. */
    public static Arbitrary<QuotaPolicy> quotaPolicies() {
        Arbitrary<RampSchedule> ramps = Arbitraries.of(
                RampSchedule.of("0%", "50%", "75%"), RampSchedule.of("1/3", "2/3"), RampSchedule.of("100%"));
        return Combinators.combine(
                        measurePeriods(),
                        Arbitraries.of(QuotaPolicy.Span.class),
                        Arbitraries.of(QuotaPolicy.Spread.class),
                        Arbitraries.of(Conventions.Days.class),
                        Arbitraries.of(DayCount.ACT_ACT_ICMA, DayCount.ACT_365F, DayCount.THIRTY_E_360),
                        Arbitraries.of(QuotaPolicy.Leave.class),
                        ramps.optional(0.4))
                .as((periods, span, spread, days, dayCount, leave, ramp) -> {
                    int parts = periods.touching(YEAR).size();
                    ImmutableList.Builder<Rate> season = ImmutableList.builder();
                    for (int i = 0; i < parts && spread == QuotaPolicy.Spread.SEASON; i++) {
                        season.add(Rate.of((i % 3 + 1) + "%"));
                    }
                    return QuotaPolicy.builder()
                            .id("generated")
                            .version("1")
                            .periods(periods)
                            .span(span)
                            .spread(spread)
                            .season(season.build())
                            .days(days)
                            .dayCount(dayCount)
                            .leave(leave)
                            .ramp(ramp)
                            .build();
                });
    }

    /** Policies with one fault in what they mean. */
    public static Arbitrary<NearlyValid<QuotaPolicy>> nearlyValidQuotaPolicies() {
        return NearlyValid.from(
                quotaPolicies(),
                ImmutableList.of(
                        new Flaw<>(
                                "commission.quota.season",
                                policy -> policy.withSpread(QuotaPolicy.Spread.SEASON)
                                        .withSeason()),
                        new Flaw<>(
                                "commission.quota.season",
                                policy -> policy.withSpread(QuotaPolicy.Spread.SEASON)
                                        .withSeason(Rate.of("5%"), Rate.of("-1%"))),
                        new Flaw<>(
                                "commission.quota.season",
                                policy -> policy.withSpread(QuotaPolicy.Spread.EQUAL)
                                        .withSeason(Rate.of("5%")))));
    }

    /** First versions of quotas of the year, and relief of them. */
    public static Arbitrary<QuotaVersion> quotaVersions() {
        return Combinators.combine(
                        CrmArbitraries.quotas(),
                        CrmArbitraries.days().optional(),
                        CrmArbitraries.instants().optional(),
                        Arbitraries.of("agreed", "relief: account insolvent"))
                .as(QuotaVersion::new);
    }

    /** Books of one quota of the year, relieved up to twice: at once, or from a day on. */
    public static Arbitrary<QuotaBook> quotaBooks() {
        return Combinators.combine(
                        Arbitraries.longs()
                                .between(0, 9_000_00)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(3),
                        Arbitraries.integers()
                                .between(1, 364)
                                .optional(0.7)
                                .list()
                                .ofSize(3))
                .as((cents, days) -> {
                    QuotaBook.Builder book = QuotaBook.builder();
                    for (int i = 0; i < cents.size(); i++) {
                        book.addVersions(QuotaVersion.builder()
                                .quota(quota(cents.get(i)).withVersion(i + 1))
                                .since(i == 0 ? Optional.empty() : days.get(i).map(FIRST::plusDays))
                                .recordedAt(Instant.parse("2026-0" + (i + 1) + "-01T00:00:00Z"))
                                .reason(i == 0 ? "agreed" : "relief")
                                .build());
                    }
                    return book.build();
                });
    }

    private static Quota quota(long cents) {
        return Quota.builder()
                .owner(ANA)
                .measure("bookings")
                .period(YEAR)
                .amount(cents(cents))
                .build();
    }

    /** Payees who are hired, leave, or take leave in the year. */
    public static Arbitrary<QuotaFacts> quotaFacts() {
        Arbitrary<DateRange> employed =
                Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(DateRange.always())), Tuple.of(3, ranges(0, 364)));
        return Combinators.combine(quotaBooks(), employed, ranges(0, 364).list().ofMaxSize(2))
                .as((book, days, leaves) -> QuotaFacts.builder()
                        .owner(ANA)
                        .measure("bookings")
                        .quotas(book)
                        .employed(days)
                        .leaves(DateRanges.of(leaves.toArray(new DateRange[0])))
                        .build());
    }

    private static Arbitrary<DateRange> ranges(int first, int last) {
        Arbitrary<Integer> day = Arbitraries.integers().between(first, last);
        return Combinators.combine(day, day)
                .as((one, other) ->
                        DateRange.of(FIRST.plusDays(Math.min(one, other)), FIRST.plusDays(Math.max(one, other) + 1L)));
    }

    /** What payees are to reach in the period of a day of the year. */
    public static Arbitrary<PayeeQuota> payeeQuotas() {
        return Combinators.combine(
                        quotaPolicies(), quotaFacts(), Arbitraries.integers().between(0, 364))
                .as((policy, facts, day) -> QuotaCalculator.of(policy)
                        .quota(facts, FIRST.plusDays(day), AsOf.date(FIRST.plusDays(day)))
                        .orThrow());
    }

    /** Amounts of parts of the year. */
    public static Arbitrary<DatedAmount> datedAmounts() {
        return Combinators.combine(ranges(0, 364), CrmArbitraries.amounts("USD"))
                .as(DatedAmount::new);
    }

    /** Amounts that tile the year, cut on up to three days. */
    public static Arbitrary<ImmutableList<DatedAmount>> tilings() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 364).set().ofMaxSize(3),
                        Arbitraries.longs().between(0, 9_000_00).list().ofSize(4))
                .as((cuts, cents) -> {
                    ImmutableList.Builder<DatedAmount> parts = ImmutableList.builder();
                    LocalDate from = FIRST;
                    int number = 0;
                    for (int cut : cuts.stream().sorted().toList()) {
                        parts.add(new DatedAmount(DateRange.of(from, FIRST.plusDays(cut)), cents(cents.get(number++))));
                        from = FIRST.plusDays(cut);
                    }
                    return parts.add(new DatedAmount(DateRange.of(from, FIRST.plusYears(1)), cents(cents.get(number))))
                            .build();
                });
    }

    /** Amounts of parts of the year, blended. */
    public static Arbitrary<BlendedAmount> blendedAmounts() {
        return Combinators.combine(quotaPolicies(), tilings())
                .as((policy, parts) -> DayBlend.of(policy).blend(YEAR, parts).orThrow());
    }

    private static MonetaryAmount cents(long cents) {
        return Amounts.of(BigDecimal.valueOf(cents, 2), Monetary.getCurrency("USD"));
    }
}
