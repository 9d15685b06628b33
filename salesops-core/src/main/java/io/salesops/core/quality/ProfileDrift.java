package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How records changed from one profile to a later one.
 *
 * @param on the kind of record
 * @param before how many records there were
 * @param after how many there are now
 * @param fields the change of each field that either profile has, those of the earlier first
 */
public record ProfileDrift(QualityRules.Subject on, long before, long after, ImmutableList<FieldDrift> fields) {
    private static final int SHOWN = 5;

    /** Compares two profiles of one kind of record. Cost linear in fields and common values. */
    static ProfileDrift between(DataProfile before, DataProfile after) {
        checkArgument(before.on() == after.on(), "profiles of %s and %s cannot be compared", before.on(), after.on());
        Set<String> names = new LinkedHashSet<>();
        before.fields().forEach(field -> names.add(field.field()));
        after.fields().forEach(field -> names.add(field.field()));
        return new ProfileDrift(
                before.on(),
                before.records(),
                after.records(),
                names.stream()
                        .map(name -> field(name, before.field(name), after.field(name)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private static FieldDrift field(String name, Optional<FieldProfile> before, Optional<FieldProfile> after) {
        ImmutableMap<String, Long> old = counts(before);
        ImmutableMap<String, Long> now = counts(after);
        return new FieldDrift(
                name,
                before.flatMap(field -> field.completeness().rate()),
                after.flatMap(field -> field.completeness().rate()),
                distance(before, old, after, now),
                only(after, old.keySet()),
                only(before, now.keySet()));
    }

    private static ImmutableMap<String, Long> counts(Optional<FieldProfile> profile) {
        return profile.stream()
                .flatMap(field -> field.top().stream())
                .collect(ImmutableMap.toImmutableMap(ValueCount::value, ValueCount::count));
    }

    private static ImmutableList<ValueCount> only(Optional<FieldProfile> profile, Set<String> others) {
        return profile.stream()
                .flatMap(field -> field.top().stream())
                .filter(value -> !others.contains(value.value()))
                .limit(SHOWN)
                .collect(ImmutableList.toImmutableList());
    }

    private static Rate distance(
            Optional<FieldProfile> before, Map<String, Long> old, Optional<FieldProfile> after, Map<String, Long> now) {
        long records = before.map(FieldProfile::records).orElse(0L);
        long recordsNow = after.map(FieldProfile::records).orElse(0L);
        if (records == 0 || recordsNow == 0) {
            return records == recordsNow ? Rate.ZERO : Rate.ONE;
        }
        ImmutableSortedSet<String> common = ImmutableSortedSet.copyOf(Sets.union(old.keySet(), now.keySet()));
        Rational sum = Rational.ZERO;
        long rest = before.map(FieldProfile::present).orElse(0L);
        long restNow = after.map(FieldProfile::present).orElse(0L);
        for (String value : common) {
            long count = old.getOrDefault(value, 0L);
            long countNow = now.getOrDefault(value, 0L);
            sum = sum.plus(change(count, records, countNow, recordsNow));
            rest -= count;
            restNow -= countNow;
        }
        sum = sum.plus(change(rest, records, restNow, recordsNow))
                .plus(change(
                        records - before.map(FieldProfile::present).orElse(0L),
                        records,
                        recordsNow - after.map(FieldProfile::present).orElse(0L),
                        recordsNow));
        return new Rate(sum.dividedBy(Rational.of(2)));
    }

    private static Rational change(long count, long records, long countNow, long recordsNow) {
        Rational change = Rational.of(count)
                .dividedBy(Rational.of(records))
                .minus(Rational.of(countNow).dividedBy(Rational.of(recordsNow)));
        return change.signum() < 0 ? change.negated() : change;
    }

    /** Returns a warning for each field whose values, or whose share of records with a value, changed by more than a share. */
    public ImmutableList<Finding> findings(Rate tolerated) {
        return fields.stream()
                .filter(field -> field.distance().compareTo(tolerated) > 0)
                .map(field -> Finding.warning(
                                "quality.profile.drift",
                                "/" + field.field(),
                                "values of " + field.field() + " changed by "
                                        + percent(field.distance()) + ": given in "
                                        + field.before()
                                                .map(ProfileDrift::percent)
                                                .orElse("none") + " of the records, now in "
                                        + field.after()
                                                .map(ProfileDrift::percent)
                                                .orElse("none")
                                        + words("; new ", field.appeared()) + words("; gone ", field.vanished()))
                        .withEvidence(
                                ImmutableMap.of("distance", field.distance().toString())))
                .collect(ImmutableList.toImmutableList());
    }

    private static String percent(Rate rate) {
        return rate.value()
                        .times(Rational.of(100))
                        .round(1, java.math.RoundingMode.HALF_UP)
                        .toPlainString() + "%";
    }

    private static String words(String lead, ImmutableList<ValueCount> values) {
        return values.isEmpty()
                ? ""
                : lead + values.stream().map(ValueCount::toString).collect(Collectors.joining(", "));
    }
}
