package io.salesops.core.match;

import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The records of one call by id and by what they refer to, changed as merges are planned, applied or undone. */
final class MergeTable<T> {
    private final MergeShape<T> shape;
    private final Map<String, T> byId = new HashMap<>();
    private final Map<String, Set<String>> referring = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    MergeTable(MergeShape<T> shape, Iterable<T> records) {
        this.shape = shape;
        for (T value : records) {
            String id = id(value);
            if (byId.containsKey(id)) {
                findings.add(Finding.error("merge.record.twice", id, id + " is among the records twice")
                        .maybe("Maybe the same page was read twice."));
            } else {
                put(id, value);
            }
        }
    }

    /** What is wrong with the records, and with what was replaced in them. */
    List<Finding> findings() {
        return findings;
    }

    private String id(T value) {
        return shape.id(value).toString();
    }

    @Nullable
    T get(String id) {
        return byId.get(id);
    }

    /** The records that refer to one of the ids, ascending by id. */
    List<T> referringTo(Collection<String> ids) {
        Set<String> found = new TreeSet<>();
        ids.forEach(id -> found.addAll(referring.getOrDefault(id, Set.of())));
        List<T> values = new ArrayList<>();
        for (String id : found) {
            T value = byId.get(id);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    /** Puts records in the place of others, all or none; what is not as it should be is a finding. */
    void replace(List<T> remove, List<T> add, String code) {
        int before = findings.size();
        Set<String> removed = new HashSet<>();
        for (T value : remove) {
            String id = id(value);
            removed.add(id);
            if (!value.equals(byId.get(id))) {
                findings.add(Finding.error(code, id, id + " is not what the plan knows")
                        .maybe("Maybe plan again."));
            }
        }
        for (T value : add) {
            String id = id(value);
            if (byId.containsKey(id) && !removed.contains(id)) {
                findings.add(Finding.error(code, id, id + " exists again").maybe("Maybe plan again."));
            }
        }
        if (findings.size() == before) {
            remove.forEach(this::remove);
            add.forEach(value -> put(id(value), value));
        }
    }

    private void put(String id, T value) {
        byId.put(id, value);
        shape.reference(value)
                .ifPresent(to ->
                        referring.computeIfAbsent(to, first -> new HashSet<>()).add(id));
    }

    private void remove(T value) {
        String id = id(value);
        byId.remove(id);
        shape.reference(value).map(referring::get).ifPresent(ids -> ids.remove(id));
    }

    /** The records, ascending by the text of their ids. */
    Collection<T> records() {
        return new TreeMap<>(byId).values();
    }
}
