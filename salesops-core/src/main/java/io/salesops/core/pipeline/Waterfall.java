package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * How the open pipeline of one day became that of another. One that does not balance, in deals and in each currency, cannot
 * exist.
 *
 * @param buckets every bucket in the order of {@link Kind}, each once
 * @param explanation the deals at the end as the sum of the buckets
 * @param findings what is wrong with the deals
 * @param omitted deals that no bucket counts
 * @param computedFrom the process, the question and the deals
 */
public record Waterfall(
        ImmutableList<Bucket> buckets,
        Explanation explanation,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Provenance computedFrom)
        implements Outcome {

    /** Checks that the buckets balance. */
    public Waterfall {
        checkBalance(buckets);
    }

    /**
     * What happened to some deals. A deal may be in several buckets: pulled in, increased and lost.
     *
     * @param kind what happened
     * @param deals how many deals
     * @param perCurrency how much, never negative but for amounts that are: a decrease of 5 is 5
     * @param ids the deals in order
     */
    @Value.Builder
    @JsonDeserialize(builder = BucketBuilder.class)
    public record Bucket(
            Kind kind,
            long deals,
            ImmutableSortedMap<String, MonetaryAmount> perCurrency,
            ImmutableList<OpportunityId> ids) {

        /** Obtains a bucket of deals without listing them. */
        public static Bucket of(Kind kind, long deals, MonetaryAmount amount) {
            return new Bucket(
                    kind,
                    deals,
                    ImmutableSortedMap.of(amount.getCurrency().getCurrencyCode(), amount),
                    ImmutableList.of());
        }
    }

    /** What may happen to the open pipeline, in the order of the chart. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Kind {
        /** Open on the day before. */
        START(1, 1),
        /** Began to exist. */
        CREATED(1, 1),
        /** Was open with a close date outside the window, and came in; or, in part of the pipeline, came from another part. */
        PULLED_IN(1, 1),
        /** Was closed, and is open again. */
        REOPENED(1, 1),
        /** Became worth more. */
        INCREASED(0, 1),
        /** Became worth less. */
        DECREASED(0, -1),
        /** Is open with a close date outside the window; or, in part of the pipeline, went to another part. */
        PUSHED_OUT(-1, -1),
        /** Was won. */
        WON(-1, -1),
        /** Was lost. */
        LOST(-1, -1),
        /** Is not on record any more. */
        REMOVED(-1, -1),
        /** Open on the last day. */
        END(-1, -1);

        private final int deals;
        private final int money;

        Kind(int deals, int money) {
            this.deals = deals;
            this.money = money;
        }

        /** By what its deals count towards the end: 1, 0 or -1. */
        public int signOfDeals() {
            return deals;
        }

        /** By what its amounts count towards the end: 1 or -1. */
        public int signOfMoney() {
            return money;
        }
    }

    /** Returns a bucket. */
    public Bucket bucket(Kind kind) {
        return buckets.stream()
                .filter(bucket -> bucket.kind() == kind)
                .findFirst()
                .orElseGet(() -> new Bucket(kind, 0, ImmutableSortedMap.of(), ImmutableList.of()));
    }

    /** Returns what the buckets before the end add up to, by currency: what {@link Kind#END} has to be. */
    public static ImmutableSortedMap<String, MonetaryAmount> endOf(Iterable<Bucket> buckets) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Bucket bucket : buckets) {
            if (bucket.kind() != Kind.END) {
                add(sums, bucket);
            }
        }
        ImmutableSortedMap.Builder<String, MonetaryAmount> end = ImmutableSortedMap.naturalOrder();
        sums.forEach((currency, sum) -> end.put(currency, Amounts.of(sum, Monetary.getCurrency(currency))));
        return end.build();
    }

    private static void add(Map<String, BigDecimal> sums, Bucket bucket) {
        bucket.perCurrency().forEach((currency, amount) -> {
            BigDecimal number = Amounts.number(amount);
            sums.merge(currency, bucket.kind().signOfMoney() > 0 ? number : number.negate(), BigDecimal::add);
        });
    }

    /**
     * Checks that buckets balance.
     *
     * @throws IllegalArgumentException if they do not, naming what is left over
     */
    public static void checkBalance(Iterable<Bucket> buckets) {
        long deals = 0;
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Bucket bucket : buckets) {
            deals += bucket.kind().signOfDeals() * bucket.deals();
            add(sums, bucket);
        }
        checkArgument(deals == 0, "deals of a waterfall must balance, but %s are left over", deals);
        sums.forEach((currency, left) -> checkArgument(
                left.signum() == 0, "amounts of a waterfall must balance, but %s %s are left over", currency, left));
    }
}
