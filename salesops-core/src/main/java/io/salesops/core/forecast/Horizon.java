package io.salesops.core.forecast;

import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;

/**
 * The days of a forecast, as epoch days.
 *
 * @param day the last day that is known
 * @param from the first day of the period
 * @param last the last day of the period
 * @param anchor the month in which the period begins, counted from year 0
 */
record Horizon(int day, int from, int last, int anchor) {
    private static final int MONTHS = 3;

    static Horizon of(FiscalPeriod period, LocalDate day) {
        return new Horizon(
                Math.toIntExact(day.toEpochDay()),
                Math.toIntExact(period.from().toEpochDay()),
                Math.toIntExact(period.before().toEpochDay()) - 1,
                months(period.from()));
    }

    /** The first day whose wins count and are not known yet. */
    int firstOpenDay() {
        return Math.max(from, day + 1);
    }

    /** How many days of the period are still to come. */
    int daysLeft() {
        return Math.max(0, last - firstOpenDay() + 1);
    }

    /** Which month of a quarter a day belongs to, in quarters that begin like the period: 0, 1 or 2. */
    int monthOfQuarter(int epochDay) {
        return Math.floorMod(months(LocalDate.ofEpochDay(epochDay)) - anchor, MONTHS);
    }

    /** The months of the quarter for each day from {@code first} to {@code last}. */
    byte[] monthsOfQuarter(int first, int lastDay) {
        byte[] months = new byte[Math.max(0, lastDay - first + 1)];
        for (int i = 0; i < months.length; i++) {
            months[i] = (byte) monthOfQuarter(first + i);
        }
        return months;
    }

    private static int months(LocalDate date) {
        return date.getYear() * 12 + date.getMonthValue() - 1;
    }
}
