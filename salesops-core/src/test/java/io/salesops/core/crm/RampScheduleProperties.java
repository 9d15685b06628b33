package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RampScheduleProperties {

    @Property(tries = 300)
    void theShareOverAPeriodIsTheMeanOfItsDays(
            @ForAll("ramps") RampSchedule ramp,
            @ForAll("days") LocalDate started,
            @ForAll @IntRange(min = -400, max = 400) int offset,
            @ForAll @IntRange(min = 1, max = 400) int length) {
        LocalDate from = started.plusDays(offset);
        Rational sum = Rational.ZERO;
        for (int day = 0; day < length; day++) {
            sum = sum.plus(ramp.shareOn(started, from.plusDays(day)).value());
        }
        Rate mean = new Rate(sum.dividedBy(Rational.of(length)));
        assertThat(ramp.shareOver(started, DateRange.of(from, from.plusDays(length))))
                .isEqualTo(mean);
    }

    @Property
    void monthsAreCountedFromTheFirstDay(
            @ForAll("ramps") RampSchedule ramp,
            @ForAll("days") LocalDate started,
            @ForAll @IntRange(max = 14) int month) {
        assertThat(ramp.shareOn(started, started.plusMonths(month))).isEqualTo(ramp.shareIn(month + 1));
        assertThat(ramp.shareOn(started, started.plusMonths(month + 1L).minusDays(1)))
                .isEqualTo(ramp.shareIn(month + 1));
        assertThat(ramp.shareOn(started, started.minusDays(1))).isEqualTo(Rate.ZERO);
    }

    @Property
    void aRampedQuotaIsOffByLessThanAMinorUnit(
            @ForAll("ramps") RampSchedule ramp,
            @ForAll("days") LocalDate started,
            @ForAll("amounts") MonetaryAmount amount) {
        Quota full = Quota.builder()
                .owner(RepId.of("r-1"))
                .measure("bookings")
                .period(DateRange.of(started, started.plusYears(1)))
                .amount(amount)
                .build();
        Quota ramped = ramp.ramped(full, started, RoundingPolicy.halfUp());
        Rational exact = Amounts.exact(amount)
                .times(ramp.shareOver(started, full.period()).value());
        Rational half = Rational.of(BigDecimal.valueOf(5, amount.getCurrency().getDefaultFractionDigits() + 1));
        Rational off = Amounts.exact(ramped.amount()).minus(exact);
        assertThat(off.compareTo(half)).isLessThanOrEqualTo(0);
        assertThat(Rational.ZERO.minus(off).compareTo(half)).isLessThanOrEqualTo(0);
        assertThat(ramped.withAmount(amount)).isEqualTo(full);
    }

    @Provide
    Arbitrary<RampSchedule> ramps() {
        return CrmArbitraries.rampSchedules();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return CrmArbitraries.days();
    }

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return CrmArbitraries.amounts().map(amount -> amount.isNegative() ? amount.negate() : amount);
    }
}
