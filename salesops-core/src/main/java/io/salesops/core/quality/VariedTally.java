package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** If the commonest value has more than its share, all records with it break the rule. */
final class VariedTally<T> extends ValuesTally<T> {
    private final QualityRule.Varied varied;
    private final Function<T, Optional<Object>> reader;

    VariedTally(QualityRule.Varied varied, int index, QualitySubject<T> subject, int exactUpTo) {
        super(varied, index, exactUpTo);
        this.varied = varied;
        this.reader = subject.reader(varied.field());
    }

    @Override
    boolean add(String id, T record, AsOf asOf) {
        Optional<Object> value = reader.apply(record);
        count(value.isPresent(), false);
        value.ifPresent(any -> groups.add(any.toString(), id));
        return false;
    }

    @Override
    long violations() {
        return worst().stream().mapToLong(ValueCount::count).sum();
    }

    /** The values that have more than their share. */
    @Override
    ImmutableList<ValueCount> worst() {
        return groups.top(SHOWN_VALUES).stream()
                .filter(value -> Rate.ratio(value.count(), checked()).compareTo(varied.most()) > 0)
                .collect(ImmutableList.toImmutableList());
    }

    @Override
    ImmutableSortedMap<String, Long> problems() {
        return violations() == 0
                ? ImmutableSortedMap.of()
                : ImmutableSortedMap.of("quality.value.dominant", violations());
    }

    @Override
    List<Finding> judged() {
        return worst().stream()
                .map(value -> Finding.of(
                                varied.severity(),
                                "quality.value.dominant",
                                "/" + varied.field(),
                                value.count() + " of " + checked() + " records have the " + varied.field() + " '"
                                        + value.value() + "', more than " + varied.most())
                        .maybe("Maybe it is a default that nobody changes.")
                        .withEvidence(ImmutableMap.of("rule", varied.id(), "value", value.value())))
                .toList();
    }
}
