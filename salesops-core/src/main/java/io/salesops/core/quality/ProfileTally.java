package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.CustomFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was seen of records so far: they are added one by one, or as the tallies of parts; any division into parts, put
 * together in any order, gives the same profile. Memory does not grow with the number of records. Not thread-safe.
 *
 * @param <T> the kind of record
 */
public final class ProfileTally<T> {
    private final QualitySubject<T> subject;
    private final ImmutableSet<String> placeholders;
    private final int exactUpTo;
    private final Map<String, Function<T, Optional<Object>>> readers = new LinkedHashMap<>();
    private final Map<String, FieldTally> fields = new LinkedHashMap<>();
    private final TreeMap<String, FieldTally> custom = new TreeMap<>();
    private final Count count = new Count();

    private static final class Count {
        private long records;
    }

    ProfileTally(QualitySubject<T> subject, ImmutableSet<String> placeholders, int exactUpTo) {
        this.subject = subject;
        this.placeholders = placeholders;
        this.exactUpTo = exactUpTo;
        for (String field : subject.fields().named().keySet()) {
            readers.put(field, subject.reader(field));
            fields.put(field, new FieldTally(exactUpTo, placeholders));
        }
    }

    /** Adds a record. */
    public void add(T record) {
        count.records++;
        String id = subject.id().apply(record);
        readers.forEach((name, reader) ->
                reader.apply(record).ifPresent(value -> tally(fields, name).add(value, id)));
        subject.custom()
                .apply(record)
                .values()
                .forEach((name, value) ->
                        tally(custom, CustomFields.PREFIX + name).add(value.value(), id));
    }

    private FieldTally tally(Map<String, FieldTally> tallies, String name) {
        return tallies.computeIfAbsent(name, key -> new FieldTally(exactUpTo, placeholders));
    }

    /**
     * Adds what another tally saw, which stays as it is.
     *
     * @throws IllegalArgumentException if it is of another profiler
     */
    public void add(ProfileTally<T> part) {
        checkArgument(
                subject.kind() == part.subject.kind()
                        && exactUpTo == part.exactUpTo
                        && placeholders.equals(part.placeholders),
                "tallies of %s and %s of different profilers do not add up. Maybe start both with the same one.",
                subject.kind(),
                part.subject.kind());
        count.records += part.count.records;
        part.fields.forEach((name, tally) -> tally(fields, name).add(tally));
        part.custom.forEach((name, tally) -> tally(custom, name).add(tally));
    }

    /** Returns the profile of the records so far. */
    public DataProfile profile() {
        DataProfile.Builder profile = DataProfile.builder().on(subject.kind()).records(count.records);
        fields.forEach((name, tally) -> profile.addFields(tally.profile(name, count.records)));
        custom.forEach((name, tally) -> profile.addFields(tally.profile(name, count.records)));
        return profile.build();
    }
}
