package io.salesops.core.forecast;

import com.google.common.collect.ImmutableList;

/**
 * What was known of one deal at the end of a day.
 *
 * @param id its id
 * @param start the epoch day on which it began
 * @param end the epoch day on which it was closed; {@link KnownDeals#OPEN} where it was not
 * @param won whether it was closed as won
 * @param value what it was worth while open, in minor units; NaN where nobody knew
 * @param booked what it brought, in minor units; 0 unless won
 * @param product what is sold: the product of its lines, or words for none and several
 * @param owner who sells
 * @param stage the place of its present stage in the process; -1 where it was closed later and nobody recorded its stages
 * @param stays its open stages in order
 */
record KnownDeal(
        String id,
        int start,
        int end,
        boolean won,
        double value,
        double booked,
        String product,
        String owner,
        int stage,
        ImmutableList<Stay> stays) {

    /**
     * A stay in an open stage, which lasts to the next one or to the end.
     *
     * @param stage the place of the stage in the process
     * @param from the epoch day on which it began
     */
    record Stay(int stage, int from) {}
}
