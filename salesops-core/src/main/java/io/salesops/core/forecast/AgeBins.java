package io.salesops.core.forecast;

/**
 * Time in a stage in bins: weeks for half a year, then six weeks each; neighbours join until each group has events.
 *
 * <p>A tail without events stays apart only where the hazard before it would have brought three or more: then such deals
 * are stuck, and joining them to the others would hide it.
 */
final class AgeBins {
    private static final int WEEKS = 26;
    private static final int LONG_BINS = 14;
    private static final int LONG_DAYS = 42;
    private static final int ENOUGH_EVENTS = 8;
    private static final double ENOUGH_MISSED = 3;

    /** How many bins there are. */
    static final int COUNT = WEEKS + LONG_BINS;

    private AgeBins() {}

    /** The bin of a day in a stage, counted from 1. */
    static int of(int age) {
        int days = age - 1;
        return days < WEEKS * 7 ? days / 7 : WEEKS + Math.min(LONG_BINS - 1, (days - WEEKS * 7) / LONG_DAYS);
    }

    /**
     * Returns the daily hazard of each bin: events over exposure within groups of bins, drawn to the overall rate by half an
     * event.
     *
     * @param exposure days at risk by bin, weighted by the calendar
     * @param events how many by bin
     */
    static double[] hazards(double[] exposure, double[] events) {
        double allExposure = 0;
        double allEvents = 0;
        for (int i = 0; i < COUNT; i++) {
            allExposure += exposure[i];
            allEvents += events[i];
        }
        double[] hazards = new double[COUNT];
        if (allEvents == 0 || allExposure == 0) {
            return hazards;
        }
        double overall = allEvents / allExposure;
        int from = 0;
        double groupExposure = 0;
        double groupEvents = 0;
        double before = Double.NaN;
        int beforeFrom = 0;
        double beforeExposure = 0;
        double beforeEvents = 0;
        for (int i = 0; i < COUNT; i++) {
            groupExposure += exposure[i];
            groupEvents += events[i];
            if (groupEvents >= ENOUGH_EVENTS) {
                before = hazard(groupExposure, groupEvents, overall);
                fill(hazards, from, i + 1, before);
                beforeFrom = from;
                beforeExposure = groupExposure;
                beforeEvents = groupEvents;
                from = i + 1;
                groupExposure = 0;
                groupEvents = 0;
            }
        }
        if (from < COUNT) {
            boolean stuck = !Double.isNaN(before)
                    && before * groupExposure >= ENOUGH_MISSED
                    && groupEvents < before * groupExposure / 2;
            if (Double.isNaN(before) || stuck) {
                fill(hazards, from, COUNT, hazard(groupExposure, groupEvents, overall));
            } else {
                fill(
                        hazards,
                        beforeFrom,
                        COUNT,
                        hazard(beforeExposure + groupExposure, beforeEvents + groupEvents, overall));
            }
        }
        return hazards;
    }

    private static double hazard(double exposure, double events, double overall) {
        return (events + 0.5) / (exposure + 0.5 / overall);
    }

    private static void fill(double[] hazards, int from, int before, double hazard) {
        java.util.Arrays.fill(hazards, from, before, hazard);
    }
}
