package io.salesops.core.forecast;

import java.util.HashMap;
import java.util.Map;

/**
 * What open deals of an age, and deals that did not exist yet, brought in earlier periods, against what had been expected of
 * them on the same day of each. A bucket's factor is won over expected, drawn to 1 by sixty deals.
 */
final class BucketCorrection {
    private static final int[] UP_TO = {21, 60, 140, 270};
    private static final String[] NAMES = {
        "0-21 days", "22-60 days", "61-140 days", "141-270 days", "over 270 days", "new deals"
    };
    private static final double PRIOR = 60;

    /** How many buckets of open deals there are. */
    static final int COUNT = UP_TO.length + 1;

    /** The bucket of deals that do not exist yet. */
    static final int NEW = COUNT;

    private final double[] won = new double[COUNT + 1];
    private final double[] expected = new double[COUNT + 1];
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
        expected[NEW] += then.arrivals.wins();
        for (int i = 0; i < now.size; i++) {
            today.put(now.ids[i], i);
            if (now.start[i] > then.horizon.day() && isWon(now, i, then.horizon)) {
                won[NEW]++;
            }
        }
        for (int i = 0; i < then.deals.size; i++) {
            if (then.deals.isOpen(i)) {
                int bucket = of(then.age(i));
                expected[bucket] += then.chance[i];
                Integer place = today.get(then.deals.ids[i]);
                if (place != null && isWon(now, place, then.horizon)) {
                    won[bucket]++;
                }
            }
        }
    }

    private static boolean isWon(KnownDeals now, int deal, Horizon horizon) {
        return now.won[deal] && now.end[deal] >= horizon.firstOpenDay() && now.end[deal] <= horizon.last();
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
