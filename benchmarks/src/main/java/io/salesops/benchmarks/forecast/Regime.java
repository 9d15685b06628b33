package io.salesops.benchmarks.forecast;

import com.google.common.collect.ImmutableList;

/**
 * What happens to deals in a generated market, day by day.
 *
 * @param name what figures call it
 * @param arrivals deals created a day at the start
 * @param growth of arrivals a year: 0.8 for 80 %
 * @param seasonal whether arrivals follow the quarter of the year and wins the month of the quarter
 * @param stuck the share of deals that never close
 * @param heavyTail whether amounts follow a Pareto law with exponent 1.3 instead of a log-normal one
 * @param sizeMatters by what power of its size, against the usual one, a deal is won less often
 * @param winsHalveOn the day from which deals are won half as often; -1 for none
 * @param speed by which all hazards are multiplied
 */
record Regime(
        String name,
        double arrivals,
        double growth,
        boolean seasonal,
        double stuck,
        boolean heavyTail,
        double sizeMatters,
        int winsHalveOn,
        double speed) {
    private static final double[] BY_QUARTER = {0.8, 1.1, 0.9, 1.2};
    private static final double[] BY_MONTH = {0.8, 0.9, 1.3};

    /** The markets that are measured. */
    static final ImmutableList<Regime> ALL = ImmutableList.of(
            new Regime("base", 3, 0, false, 0, false, 0, -1, 1),
            new Regime("seasonal", 3, 0, true, 0, false, 0, -1, 1),
            new Regime("growing", 2, 0.8, false, 0, false, 0, -1, 1),
            new Regime("declining", 4, -0.45, false, 0, false, 0, -1, 1),
            new Regime("stuck", 3, 0, false, 0.35, false, 0, -1, 1),
            new Regime("heavytail", 3, 0, false, 0, true, 0, -1, 1),
            new Regime("amountdep", 3, 0, false, 0, false, 0.5, -1, 1),
            new Regime("shift", 3, 0, false, 0, false, 0, 700, 1),
            new Regime("longcycle", 3, 0, false, 0, false, 0, -1, 0.4),
            new Regime("few", 0.3, 0, false, 0, false, 0, -1, 1));

    double arrivalsOn(int day) {
        return arrivals * Math.pow(1 + growth, day / 365.0) * (seasonal ? BY_QUARTER[day / 91 % BY_QUARTER.length] : 1);
    }

    double winFactorOn(int day) {
        return (seasonal ? BY_MONTH[day % 91 * BY_MONTH.length / 91] : 1)
                * (winsHalveOn >= 0 && day >= winsHalveOn ? 0.5 : 1);
    }
}
