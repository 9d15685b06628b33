package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Of the records that share all values all but one break the rule. */
final class UniqueTally<T> extends ValuesTally<T> {
    private static final int KEPT = 20;
    private static final String SEPARATOR = "\u001F";
    private final QualityRule.Unique unique;
    private final ImmutableList<Function<T, Optional<Object>>> readers;

    UniqueTally(QualityRule.Unique unique, int index, QualitySubject<T> subject, int exactUpTo) {
        super(unique, index, exactUpTo);
        this.unique = unique;
        this.readers = unique.fields().stream().map(subject::reader).collect(ImmutableList.toImmutableList());
    }

    @Override
    boolean add(String id, T record, AsOf asOf) {
        StringBuilder key = new StringBuilder();
        for (Function<T, Optional<Object>> reader : readers) {
            Optional<Object> value = reader.apply(record);
            if (value.isEmpty()) {
                count(false, false);
                return false;
            }
            key.append(key.length() == 0 && readers.size() == 1 ? "" : SEPARATOR)
                    .append(value.get());
        }
        count(true, false);
        groups.add(key.toString(), id);
        return false;
    }

    @Override
    long violations() {
        long more = groups.groups().values().stream()
                .mapToLong(group -> group.size() - 1)
                .sum();
        return Math.min(checked(), more * groups.weight());
    }

    @Override
    ImmutableSortedMap<String, Long> problems() {
        return violations() == 0
                ? ImmutableSortedMap.of()
                : ImmutableSortedMap.of("quality.value.duplicate", violations());
    }

    @Override
    ImmutableList<ValueCount> worst() {
        return groups.top(SHOWN_VALUES).stream()
                .filter(value -> value.count() > 1)
                .map(value -> new ValueCount(words(value.value()), value.count()))
                .collect(ImmutableList.toImmutableList());
    }

    private static String words(String key) {
        return key.startsWith(SEPARATOR) ? key.substring(1).replace(SEPARATOR, ", ") : key;
    }

    private List<Map.Entry<String, ValueTally.Group>> shared() {
        return groups.groups().entrySet().stream()
                .filter(group -> group.getValue().size() > 1)
                .sorted(Map.Entry.comparingByKey())
                .toList();
    }

    @Override
    List<Finding> judged() {
        List<Finding> findings = new ArrayList<>();
        List<Map.Entry<String, ValueTally.Group>> shared = shared();
        for (Map.Entry<String, ValueTally.Group> group : shared.subList(0, Math.min(KEPT, shared.size()))) {
            ImmutableList<String> ids = group.getValue().ids();
            long size = group.getValue().size();
            findings.add(Finding.of(
                            unique.severity(),
                            "quality.value.duplicate",
                            ids.get(0) + "/" + String.join("+", unique.fields()),
                            size + " records share " + String.join(", ", unique.fields()) + " '"
                                    + words(group.getKey()).replace(", ", "', '") + "': " + String.join(", ", ids)
                                    + (size > ids.size() ? ", ..." : ""))
                    .withEvidence(ImmutableMap.of("rule", unique.id(), "records", Long.toString(size))));
        }
        return findings;
    }

    @Override
    ImmutableList<Omission> omitted(boolean lacksReference) {
        int more = shared().size() - KEPT;
        ImmutableList.Builder<Omission> omitted =
                ImmutableList.<Omission>builder().addAll(super.omitted(lacksReference));
        if (more > 0) {
            omitted.add(new Omission(rule.id() + ": further groups that share values", more, ImmutableList.of()));
        }
        return omitted.build();
    }
}
