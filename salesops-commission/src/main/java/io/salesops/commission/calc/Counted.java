package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.credit.Credit;
import io.salesops.core.finding.Omission;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import javax.money.MonetaryAmount;

/**
 * The credits that count, in the plan's currency, by date and id; the others by the reason why not.
 *
 * @param entries what counts: of the period, and of earlier ones in the same quota
 * @param releases what counts for nothing but releases what was held back
 * @param omitted what does not count, by reason
 * @param lookups the exchange rates that were used
 */
record Counted(
        ImmutableList<Entry> entries,
        ImmutableList<Entry> releases,
        ImmutableList<Omission> omitted,
        ImmutableSet<String> lookups) {

    /** The order in which credits act. */
    static final Comparator<Credit> ORDER = (one, other) -> {
        int byDate = one.date().compareTo(other.date());
        return byDate != 0 ? byDate : one.id().compareTo(other.id());
    };

    /**
     * One credit.
     *
     * @param origin the credit that answers what it is: the sale where it is a refund, else the credit itself
     * @param amount in the plan's currency
     * @param measures the positions of the measures in which it counts
     * @param counts how much it counts in each of them
     * @param pays whether it earns, too; else it makes attainment only
     */
    record Entry(
            Credit credit,
            Credit origin,
            MonetaryAmount amount,
            ImmutableList<Integer> measures,
            ImmutableList<BigDecimal> counts,
            boolean pays) {}

    /** Returns for each measure the decimals of its finest credit. */
    int[] finest(int measures) {
        int[] finest = new int[measures];
        for (Entry entry : entries) {
            for (int i = 0; i < entry.measures().size(); i++) {
                BigDecimal count = entry.counts().get(i);
                int measure = entry.measures().get(i);
                if (count.scale() > finest[measure]) {
                    finest[measure] =
                            Math.max(finest[measure], count.stripTrailingZeros().scale());
                }
            }
        }
        return finest;
    }

    /**
     * Returns the credits in whole units.
     *
     * @throws ArithmeticException if one of them needs more than 63 bits
     */
    ImmutableList<Event> events(Scale scale) {
        ImmutableList.Builder<Event> events = ImmutableList.builderWithExpectedSize(entries.size());
        for (Entry entry : entries) {
            events.add(event(entry, scale));
        }
        return events.build();
    }

    static Event event(Entry entry, Scale scale) {
        int[] measures = new int[entry.measures().size()];
        long[] units = new long[measures.length];
        for (int i = 0; i < measures.length; i++) {
            measures[i] = entry.measures().get(i);
            units[i] = whole(entry.counts().get(i), scale.bases().get(measures[i]));
        }
        return new Event(entry.credit(), entry.origin(), entry.amount(), measures, units, entry.pays());
    }

    private static long whole(BigDecimal count, int decimals) {
        BigDecimal units = count.setScale(decimals, RoundingMode.UNNECESSARY);
        if (units.unscaledValue().bitLength() >= Long.SIZE) {
            throw new ArithmeticException(
                    count.toPlainString() + " at " + decimals + " decimals needs more than 63 bits");
        }
        return units.unscaledValue().longValue();
    }

    /** Returns the same with one more credit, in its place. O(log n) comparisons. */
    static ImmutableList<Event> with(List<Event> events, Event more) {
        int place = Collections.binarySearch(events, more, Comparator.comparing(Event::credit, ORDER));
        int before = place < 0 ? -place - 1 : place;
        return ImmutableList.<Event>builderWithExpectedSize(events.size() + 1)
                .addAll(events.subList(0, before))
                .add(more)
                .addAll(events.subList(before, events.size()))
                .build();
    }
}
