package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.salesops.core.money.Rational;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DayCountTest {

    /** Days by the US rule, by the ISDA rule and by the European rule, where they differ and beside. */
    @ParameterizedTest
    @CsvSource({
        "2012-02-28, 2012-03-28, 30, 30, 30",
        "2012-02-29, 2012-03-28, 28, 29, 29",
        "2011-02-28, 2012-02-28, 358, 360, 360",
        "2011-02-28, 2012-02-29, 360, 361, 361",
        "2012-02-29, 2016-02-29, 1440, 1440, 1440",
        "2012-02-29, 2013-02-28, 360, 359, 359",
        "2011-02-28, 2011-03-31, 30, 33, 32",
        "2012-05-29, 2013-08-31, 452, 452, 451",
        "2012-05-30, 2013-08-31, 450, 450, 450",
        "2012-05-31, 2013-08-31, 450, 450, 450",
        "2012-05-31, 2013-08-30, 450, 450, 450",
        "2012-01-31, 2012-03-01, 31, 31, 31",
        "2012-01-30, 2012-02-29, 29, 29, 29"
    })
    void rulesOfThirtyDaysAtTheEndsOfMonths(LocalDate from, LocalDate before, long us, long isda, long european) {
        assertThat(DayCount.THIRTY_360_US.days(from, before)).isEqualTo(us);
        assertThat(DayCount.THIRTY_360_ISDA.days(from, before)).isEqualTo(isda);
        assertThat(DayCount.THIRTY_E_360.days(from, before)).isEqualTo(european);
        assertThat(DayCount.THIRTY_360_US.fraction(from, before)).isEqualTo(Rational.of(us, 360));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ACT/365F, YEAR, true",
        "ACT/360, YEAR, true",
        "ACT/ACT, YEAR, true",
        "ACT/ACT ICMA, PERIOD, true",
        "30/360, YEAR, false",
        "30/360 ISDA, YEAR, false",
        "30E/360, YEAR, true",
        "MONTHS+DAYS, MONTH, true",
        "MONTHS+DAYS EOM, MONTH, true",
        "FIXED/30, MONTH, true"
    })
    void aConventionSaysWhatItCountsAndWhetherItAddsUp(String name, DayCount.Unit unit, boolean addsUp) {
        assertThat(DayCount.of(name).unit()).isEqualTo(unit);
        assertThat(DayCount.of(name).addsUp()).isEqualTo(addsUp);
        assertThat(DayCount.known())
                .contains(name.replace("FIXED/30", "FIXED/n"))
                .hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30/360", "30/360 ISDA"})
    void aSplitTermMayNotSumToTheWholeWhereTheConventionDoesNotAddUp(String name) {
        DayCount dayCount = DayCount.of(name);
        LocalDate from = LocalDate.of(2026, 5, 15);
        LocalDate split = LocalDate.of(2026, 5, 31);
        LocalDate before = LocalDate.of(2026, 6, 15);
        assertThat(dayCount.addsUp()).isFalse();
        assertThat(dayCount.days(from, split) + dayCount.days(split, before))
                .isEqualTo(dayCount.days(from, before) + 1);
    }

    @Test
    void monthsAreCountedFromTheFirstDayOfTheWholePeriod() {
        LocalDate january31 = LocalDate.of(2026, 1, 31);
        LocalDate february28 = LocalDate.of(2026, 2, 28);
        LocalDate march30 = LocalDate.of(2026, 3, 30);
        assertThat(DayCount.MONTHS_DAYS.fraction(february28, march30, DateRange.from(january31)))
                .isEqualTo(Rational.of(30, 31));
        assertThat(DayCount.MONTHS_DAYS.fraction(february28, march30, DateRange.from(february28)))
                .isEqualTo(Rational.of(1).plus(Rational.of(2, 31)));
        assertThat(DayCount.MONTHS_DAYS_EOM.fraction(february28, march30, DateRange.from(february28)))
                .isEqualTo(Rational.of(30, 31));
        assertThat(DayCount.MONTHS_DAYS.fraction(february28, march30, DateRange.always()))
                .isEqualTo(DayCount.MONTHS_DAYS.fraction(february28, march30));
    }

    @Test
    void threeDaysOfFebruaryAreThreeTwentyEighths() {
        Rational share = DayCount.MONTHS_DAYS.fraction(
                LocalDate.of(2025, 2, 26), LocalDate.of(2025, 3, 1), DateRange.from(LocalDate.of(2025, 1, 1)));
        assertThat(share).isEqualTo(Rational.of(3, 28));
    }

    @Test
    void fixedMonthsCountNoMoreDaysThanTheyHave() {
        DayCount fixed = DayCount.of("FIXED/30");
        assertThat(fixed.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                .isEqualTo(30);
        assertThat(fixed.days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1)))
                .isEqualTo(30);
        assertThat(fixed.days(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 3, 1)))
                .isEqualTo(30);
        assertThat(fixed.days(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 15)))
                .isEqualTo(60);
        assertThat(fixed.unit()).isEqualTo(DayCount.Unit.MONTH);
    }

    @Test
    void theShareOfAPeriodByIcmaIsThatOfItsDays() {
        DateRange february = DateRange.of("2024-02-01", "2024-03-01");
        assertThat(DayCount.ACT_ACT_ICMA.fraction(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 15), february))
                .isEqualTo(Rational.of(14, 29));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        DayCount.ACT_ACT_ICMA.fraction(LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 15), february))
                .withMessageContaining("which must hold the dates")
                .withMessageContaining("Maybe cut the dates by periods first.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.ACT_ACT_ICMA.fraction(
                        LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 15), DateRange.always()));
        LocalDate day = LocalDate.of(2024, 2, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.ACT_ACT_ICMA.fraction(day, day))
                .withMessage("ACT/ACT ICMA needs a whole period with days: from 2024-02-01 to before 2024-02-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "act/365f", "ACT/365", "30/365", "FIXED/", "FIXED/0", "FIXED/32", "FIXED/030", "30E/360 "})
    void anUnknownNameIsRefusedWithTheKnownOnes(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.of(name))
                .withMessage("unknown day count: '" + name
                        + "'. Maybe it is one of ACT/365F, ACT/360, ACT/ACT, ACT/ACT ICMA, 30/360, 30/360 ISDA, 30E/360,"
                        + " MONTHS+DAYS, MONTHS+DAYS EOM, FIXED/n.");
    }

    @Test
    void datesOutOfOrderAndPeriodsWithoutDaysAreRefused() {
        LocalDate day = LocalDate.of(2026, 1, 31);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.ACT_ACT.fraction(day, day.minusDays(1)))
                .withMessage("dates must be in order: from 2026-01-31, before 2026-01-30. Maybe swap them.");
        assertThatIllegalArgumentException().isThrownBy(() -> DayCount.THIRTY_E_360.days(day, day.minusDays(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.ACT_ACT.share(DateRange.always(), DateRange.of(day, day)))
                .withMessage("a share needs a period with days: from 2026-01-31 to before 2026-01-31");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayCount.fixed(30).share(DateRange.always(), DateRange.of(day, day.plusDays(1))))
                .withMessage("FIXED/30 counts no days in the period from 2026-01-31 to before 2026-02-01");
    }
}
