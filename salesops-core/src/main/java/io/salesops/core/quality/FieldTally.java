package io.salesops.core.quality;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.time.AsOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was seen of the values of one field; tallies of parts add up. Not thread-safe. */
final class FieldTally {
    private static final int SHOWN = 20;
    private static final int LONGEST_PLACEHOLDER = 20;

    /** Only its zone is asked for, which is UTC. */
    private static final AsOf IN_UTC = AsOf.date("2000-01-01");

    private final ImmutableSet<String> placeholders;
    private final ValueTally values;
    private final TreeMap<String, Long> placeholdersSeen = new TreeMap<>();
    private long present;
    private long numbers;
    private @Nullable BigDecimal least;
    private @Nullable BigDecimal most;
    private long days;
    private long quarterEnds;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    FieldTally(int exactUpTo, ImmutableSet<String> placeholders) {
        this.placeholders = placeholders;
        this.values = new ValueTally(exactUpTo);
    }

    void add(Object value, String id) {
        String text = value.toString();
        if (text.isBlank()) {
            return;
        }
        present++;
        if (text.length() <= LONGEST_PLACEHOLDER
                && placeholders.contains(text.strip().toLowerCase(Locale.ROOT))) {
            placeholdersSeen.merge(text, 1L, Long::sum);
        }
        values.add(text, id);
        OrderedValues.number(value).ifPresent(number -> number(number, number, 1));
        OrderedValues.day(value, IN_UTC).ifPresent(day -> day(day, day, 1, isQuarterEnd(day) ? 1 : 0));
    }

    private static boolean isQuarterEnd(LocalDate day) {
        return day.getMonthValue() % 3 == 0 && day.getDayOfMonth() == day.lengthOfMonth();
    }

    private void number(BigDecimal low, BigDecimal high, long count) {
        numbers += count;
        least = least == null ? low : least.min(low);
        most = most == null ? high : most.max(high);
    }

    private void day(LocalDate from, LocalDate to, long count, long ends) {
        days += count;
        quarterEnds += ends;
        first = first == null || from.isBefore(first) ? from : first;
        last = last == null || to.isAfter(last) ? to : last;
    }

    void add(FieldTally other) {
        present += other.present;
        values.add(other.values);
        other.placeholdersSeen.forEach((text, count) -> placeholdersSeen.merge(text, count, Long::sum));
        if (other.least != null && other.most != null) {
            number(other.least, other.most, other.numbers);
        }
        if (other.first != null && other.last != null) {
            day(other.first, other.last, other.days, other.quarterEnds);
        }
    }

    FieldProfile profile(String field, long records) {
        return new FieldProfile(
                field,
                records,
                present,
                ImmutableSortedMap.copyOfSorted(placeholdersSeen),
                values.distinct(),
                values.isEstimated(),
                values.top(SHOWN),
                least == null || most == null
                        ? Optional.empty()
                        : Optional.of(new FieldProfile.Numbers(numbers, least, most)),
                first == null || last == null
                        ? Optional.empty()
                        : Optional.of(new FieldProfile.Days(days, first, last, quarterEnds)));
    }
}
