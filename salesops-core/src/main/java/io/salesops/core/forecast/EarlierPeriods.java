package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;
import io.salesops.core.time.FiscalPeriod;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

/** The same forecast, made on the same day of up to four earlier periods with what was known then, against what came. */
final class EarlierPeriods {
    private static final int MOST = 4;
    private static final int LEAST_DAYS = 28;
    private static final double DEVIATION_PRIOR = 3;
    private static final double MOST_ERROR = 0.7;
    private static final double SHARE_PRIOR = 0.1;
    private static final double MOST_VARIANCE = 0.5;

    /**
     * One of them.
     *
     * @param then what hazards made of the deals known then
     * @param forecast what the method expected to be still to come, in minor units
     * @param runRate what the run rate expected
     * @param actual what came, as known now
     * @param actualNew the part of it that deals brought which did not exist then
     */
    record Earlier(HazardForecast then, double forecast, double runRate, double actual, double actualNew) {}

    private final ImmutableList<Earlier> periods;
    private final BucketCorrection correction = new BucketCorrection();

    private EarlierPeriods(ImmutableList<Earlier> periods, KnownDeals now) {
        this.periods = periods;
        periods.forEach(earlier -> correction.add(earlier.then(), now));
    }

    static EarlierPeriods of(
            FiscalPeriod period,
            LocalDate day,
            int observedFrom,
            boolean blended,
            KnownDeals now,
            Function<LocalDate, KnownDeals> knownOn) {
        ImmutableList.Builder<Earlier> found = ImmutableList.builder();
        for (int back = 1; back <= MOST; back++) {
            FiscalPeriod earlier = earlier(period, back);
            LocalDate then =
                    earlier.from().plusDays(day.toEpochDay() - period.from().toEpochDay());
            boolean complete = earlier.before().toEpochDay() - 1 <= now.day;
            if (!complete || then.toEpochDay() - observedFrom < LEAST_DAYS || !then.isBefore(earlier.before())) {
                continue;
            }
            KnownDeals known = knownOn.apply(then);
            HazardForecast hazards = HazardForecast.of(known, Horizon.of(earlier, then), observedFrom);
            double rest = hazards.rest();
            double rate = NaiveMethods.runRate(known, hazards.horizon, observedFrom);
            double actual = 0;
            double actualNew = 0;
            for (int i = 0; i < now.size; i++) {
                if (now.won[i]
                        && now.end[i] >= hazards.horizon.firstOpenDay()
                        && now.end[i] <= hazards.horizon.last()) {
                    actual += now.booked[i];
                    actualNew += now.start[i] > known.day ? now.booked[i] : 0;
                }
            }
            found.add(new Earlier(hazards, blended ? (rest + rate) / 2 : rest, rate, actual, actualNew));
        }
        return new EarlierPeriods(found.build(), now);
    }

    /** The period so many of its lengths before: whole months where it has them, else days. */
    static FiscalPeriod earlier(FiscalPeriod period, int back) {
        long months = ChronoUnit.MONTHS.between(period.from(), period.before());
        boolean whole = period.from().plusMonths(months).equals(period.before());
        long days = period.before().toEpochDay() - period.from().toEpochDay();
        LocalDate from =
                whole ? period.from().minusMonths(months * back) : period.from().minusDays(days * back);
        LocalDate before = whole
                ? period.from().minusMonths(months * (back - 1L))
                : period.from().minusDays(days * (back - 1L));
        return new FiscalPeriod(back + " before " + period.name(), from, before);
    }

    ImmutableList<Earlier> periods() {
        return periods;
    }

    BucketCorrection correction() {
        return correction;
    }

    /** The standard deviation of the factor that is common to all deals, from errors that chance alone does not explain. */
    double commonDeviation(double prior) {
        double[] errors = new double[periods.size()];
        double[] variances = new double[periods.size()];
        int used = 0;
        double sum = 0;
        for (Earlier earlier : periods) {
            double variance = earlier.then().relativeVariance();
            if (earlier.forecast() > 0 && earlier.actual() > 0 && variance <= MOST_VARIANCE) {
                double error = StrictMath.log(earlier.actual() / earlier.forecast());
                errors[used] = Math.max(-MOST_ERROR, Math.min(MOST_ERROR, error));
                variances[used] = variance;
                sum += errors[used];
                used++;
            }
        }
        double level = sum / (used + DEVIATION_PRIOR);
        double squares = DEVIATION_PRIOR * prior * prior;
        for (int i = 0; i < used; i++) {
            squares += Math.max(0, (errors[i] - level) * (errors[i] - level) - variances[i]);
        }
        return StrictMath.sqrt(squares / (used + DEVIATION_PRIOR));
    }

    /**
     * How far to go from the hazards to the run rate: the share that would have served earlier periods best, drawn to one half
     * (Bates and Granger, The Combination of Forecasts, 1969, on the logarithms of the errors).
     */
    double runRateShare() {
        double squares = SHARE_PRIOR;
        double products = SHARE_PRIOR / 2;
        for (Earlier earlier : periods) {
            double rest = earlier.then().rest();
            if (rest > 0 && earlier.runRate() > 0 && earlier.actual() > 0) {
                double byHazard = error(rest, earlier.actual());
                double apart = byHazard - error(earlier.runRate(), earlier.actual());
                squares += apart * apart;
                products += byHazard * apart;
            }
        }
        return Math.max(0, Math.min(1, products / squares));
    }

    private static double error(double forecast, double actual) {
        return Math.max(-MOST_ERROR, Math.min(MOST_ERROR, StrictMath.log(forecast / actual)));
    }
}
