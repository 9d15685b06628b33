package io.salesops.commission.quota;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Conventions.Days;
import io.salesops.commission.quota.QuotaPolicy.Leave;
import io.salesops.commission.quota.QuotaPolicy.Span;
import io.salesops.commission.quota.QuotaPolicy.Spread;
import io.salesops.commission.testkit.QuotaArbitraries;
import io.salesops.core.crm.Quota;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class QuotaProperties {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Property(tries = 300)
    void thePeriodsOfAQuotaSumToIt(@ForAll("policies") QuotaPolicy policy, @ForAll("books") QuotaBook book) {
        QuotaPolicy each = policy.withSpan(Span.PERIOD).withRamp(Optional.empty());
        QuotaBook first = book.withVersions(book.versions().get(0));
        BigDecimal sum = BigDecimal.ZERO;
        for (FiscalPeriod period : policy.periods().touching(QuotaArbitraries.YEAR)) {
            sum = sum.add(number(each, facts(first), period.from()));
        }
        assertThat(sum)
                .isEqualByComparingTo(
                        Amounts.number(book.versions().get(0).quota().amount()));
    }

    @Property(tries = 300)
    void yearToDateIsTheSumOfThePeriodsSoFar(
            @ForAll("policies") QuotaPolicy policy,
            @ForAll("facts") QuotaFacts facts,
            @ForAll @IntRange(max = 364) int day) {
        LocalDate on = FIRST.plusDays(day);
        BigDecimal sum = BigDecimal.ZERO;
        int periods = 0;
        for (FiscalPeriod period : policy.periods().touching(DateRange.of(FIRST, on.plusDays(1)))) {
            sum = sum.add(number(policy.withSpan(Span.PERIOD), facts, period.from()));
            periods++;
        }
        BigDecimal toDate = number(policy.withSpan(Span.CUMULATIVE), facts, on);
        assertThat(toDate.subtract(sum).abs()).isLessThanOrEqualTo(CENT.multiply(BigDecimal.valueOf(periods)));
    }

    /** Day by day, in decimals of 40 digits: what the library does by ranges and fractions. */
    @Property(tries = 300)
    void agreesWithCountingDayByDay(
            @ForAll("policies") QuotaPolicy generated,
            @ForAll("facts") QuotaFacts facts,
            @ForAll @IntRange(max = 364) int day) {
        QuotaPolicy policy = generated
                .withSpan(Span.PERIOD)
                .withSpread(Spread.BY_DAYS)
                .withSeason()
                .withDayCount(DayCount.ACT_ACT_ICMA);
        FiscalPeriod period = policy.periods().periodOf(FIRST.plusDays(day));
        MathContext digits = new MathContext(40);
        BigDecimal sum = BigDecimal.ZERO;
        for (LocalDate date = period.from(); date.isBefore(period.before()); date = date.plusDays(1)) {
            LocalDate today = date;
            boolean employed = facts.employed().contains(date);
            boolean hiredToday = facts.employed().from().equals(Optional.of(today)) && !today.equals(period.from());
            boolean lost = policy.days() == Days.EXCLUSIVE && hiredToday;
            boolean away = policy.leave() == Leave.REDUCES && facts.leaves().contains(date);
            if (!employed || lost || away) {
                continue;
            }
            Quota holds = null;
            for (QuotaVersion version : facts.quotas().versions()) {
                if (version.since().isEmpty() || !version.since().get().isAfter(today)) {
                    holds = version.quota();
                }
            }
            Rate ramp = policy.ramp().isEmpty() || facts.employed().from().isEmpty()
                    ? Rate.ONE
                    : policy.ramp().get().shareOn(facts.employed().from().get(), date);
            BigDecimal share = new BigDecimal(ramp.value().numerator())
                    .divide(new BigDecimal(ramp.value().denominator()), digits);
            if (holds != null) {
                sum = sum.add(Amounts.number(holds.amount())
                        .divide(new BigDecimal(365), digits)
                        .multiply(share, digits));
            }
        }
        // Each version of the year's quota is first divided over the periods in whole cents.
        BigDecimal off = number(policy, facts, period.from()).subtract(sum).abs();
        assertThat(off)
                .isLessThanOrEqualTo(CENT.multiply(
                        BigDecimal.valueOf(facts.quotas().versions().size() + 1)));
    }

    @Property(tries = 200)
    void neitherOrderNorLaterKnowledgeMatters(
            @ForAll("policies") QuotaPolicy policy,
            @ForAll("facts") QuotaFacts facts,
            @ForAll Random random,
            @ForAll @IntRange(max = 364) int day) {
        LocalDate on = FIRST.plusDays(day);
        List<QuotaVersion> versions = new ArrayList<>(facts.quotas().versions());
        QuotaVersion last = versions.get(versions.size() - 1);
        AsOf then = AsOf.date(on).knownAt(last.recordedAt().orElseThrow());
        PayeeQuota before = QuotaCalculator.of(policy).quota(facts, on, then).orThrow();

        Collections.shuffle(versions, random);
        QuotaBook relieved = QuotaBook.builder()
                .versions(versions)
                .build()
                .relieve(
                        last.quota().withAmount(Amounts.of("1", "USD")),
                        Optional.empty(),
                        "relief",
                        last.recordedAt().orElseThrow().plusSeconds(1));
        PayeeQuota replayed = QuotaCalculator.of(policy)
                .quota(facts.withQuotas(relieved), on, then)
                .orThrow();
        PayeeQuota now = QuotaCalculator.of(policy)
                .quota(facts.withQuotas(relieved), on, AsOf.date(on))
                .orThrow();

        assertThat(replayed.quota()).isEqualTo(before.quota());
        assertThat(replayed.explanation()).isEqualTo(before.explanation());
        assertThat(now.quota().version()).isEqualTo(last.quota().version() + 1);
        assertThat(Amounts.number(now.full())).isLessThanOrEqualTo(BigDecimal.ONE);
    }

    @Property(tries = 200)
    void resultsRoundTrip(@ForAll("payeeQuotas") PayeeQuota quota, @ForAll("blends") BlendedAmount blend) {
        JsonLaws.roundTrips(quota, PayeeQuota.class);
        JsonLaws.roundTrips(blend, BlendedAmount.class);
    }

    @Property(tries = 300)
    void blendedPartsSumToTheBlendAndStayBetweenTheirAmounts(
            @ForAll("policies") QuotaPolicy policy,
            @ForAll("tilings") ImmutableList<DatedAmount> parts,
            @ForAll Random random) {
        List<DatedAmount> shuffled = new ArrayList<>(parts);
        Collections.shuffle(shuffled, random);
        BlendedAmount blend =
                DayBlend.of(policy).blend(QuotaArbitraries.YEAR, shuffled).orThrow();
        BigDecimal amount = Amounts.number(blend.amount());
        List<BigDecimal> amounts =
                parts.stream().map(part -> Amounts.number(part.amount())).toList();

        assertThat(blend)
                .isEqualTo(
                        DayBlend.of(policy).blend(QuotaArbitraries.YEAR, parts).orThrow());
        assertThat(blend.findings()).isEmpty();
        assertThat(blend.parts().stream().map(Amounts::number).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(amount);
        assertThat(amount).isBetween(Collections.min(amounts), Collections.max(amounts));
    }

    @Property(tries = 300)
    void aPlantedFaultIsFound(@ForAll("nearly") NearlyValid<QuotaPolicy> policy) {
        policy.isFoundBy(QuotaCalculator::check);
    }

    @Property(tries = 200)
    void generatedPoliciesAreSound(@ForAll("policies") QuotaPolicy policy, @ForAll("facts") QuotaFacts facts) {
        NearlyValid.isSound(policy, QuotaCalculator::check);
        JsonLaws.roundTrips(policy, QuotaPolicy.class);
        JsonLaws.roundTrips(facts, QuotaFacts.class);
    }

    private static BigDecimal number(QuotaPolicy policy, QuotaFacts facts, LocalDate on) {
        return Amounts.number(QuotaCalculator.of(policy)
                        .quota(facts, on, AsOf.date(on))
                        .orThrow()
                        .quota()
                        .amount())
                .setScale(2, RoundingMode.UNNECESSARY);
    }

    private static QuotaFacts facts(QuotaBook book) {
        Quota quota = book.versions().get(0).quota();
        return QuotaFacts.builder()
                .owner(quota.owner())
                .measure(quota.measure())
                .quotas(book)
                .build();
    }

    @Provide
    Arbitrary<QuotaPolicy> policies() {
        return QuotaArbitraries.quotaPolicies();
    }

    @Provide
    Arbitrary<QuotaBook> books() {
        return QuotaArbitraries.quotaBooks();
    }

    @Provide
    Arbitrary<QuotaFacts> facts() {
        return QuotaArbitraries.quotaFacts();
    }

    @Provide
    Arbitrary<PayeeQuota> payeeQuotas() {
        return QuotaArbitraries.payeeQuotas();
    }

    @Provide
    Arbitrary<BlendedAmount> blends() {
        return QuotaArbitraries.blendedAmounts();
    }

    @Provide
    Arbitrary<ImmutableList<DatedAmount>> tilings() {
        return QuotaArbitraries.tilings();
    }

    @Provide
    Arbitrary<NearlyValid<QuotaPolicy>> nearly() {
        return QuotaArbitraries.nearlyValidQuotaPolicies();
    }
}
