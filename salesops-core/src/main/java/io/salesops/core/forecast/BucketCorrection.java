package io.salesops.core.forecast;

import java.util.HashMap;
import java.util.Map;

/**
 * What open deals of an age brought in earlier periods, against what had been expected of them on the same day of each.
 *
 * <p>A bucket's factor is won over expected, drawn to 1 by sixty deals. Deals that do not exist yet are not corrected: that
 * made generated markets worse.
 */
final class BucketCorrection {
    private static final int[] UP_TO = {21, 60, 140, 270};
    private static final String[] NAMES = {"0-21 days", "22-60 days", "61-140 days", "141-270 days", "over 270 days"};
    private static final double PRIOR = 60;

    /** How many buckets there are. */
    static final int COUNT = NAMES.length;

    private final double[] won = new double[COUNT];
    private final double[] expected = new double[COUNT];
    private int periods;

    static int of(int age) {
        int bucket = 0;
        while (bucket < UP_TO.length && age > UP_TO[bucket]) {
            bucket++;
        }
        return bucket;
    }

    static String name(int bucket) {
        return NAMES[bucket];
    }

    /**
     * Adds an earlier period.
     *
     * @param then what was forecast for it
     * @param now what is known today
     */
    void add(HazardForecast then, KnownDeals now) {
        periods++;
        Map<String, Integer> today = new HashMap<>();
        for (int i = 0; i < now.size; i++) {
            today.put(now.ids[i], i);
        }
        for (int i = 0; i < then.deals.size; i++) {
            if (then.deals.isOpen(i)) {
                int bucket = of(then.age(i));
                expected[bucket] += then.chance[i];
                Integer place = today.get(then.deals.ids[i]);
                if (place != null
                        && now.won[place]
                        && now.end[place] >= then.horizon.firstOpenDay()
                        && now.end[place] <= then.horizon.last()) {
                    won[bucket]++;
                }
            }
        }
    }

    int periods() {
        return periods;
    }

    double factor(int bucket) {
        return (won[bucket] + PRIOR) / (expected[bucket] + PRIOR);
    }

    double won(int bucket) {
        return won[bucket];
    }

    double expected(int bucket) {
        return expected[bucket];
    }
}
