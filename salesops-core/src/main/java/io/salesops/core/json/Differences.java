package io.salesops.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Compares two trees: objects field by field, lists position by position. */
final class Differences {
    private final ImmutableList.Builder<Change> changes = ImmutableList.builder();

    private Differences() {}

    static ImmutableList<Change> between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare(JsonPath.ROOT, before, after);
        return differences.changes.build();
    }

    private void compare(JsonPath path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(path.to(name), before.path(name), after.path(name));
            }
        } else if (before.isArray() && after.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path.to(i), before.path(i), after.path(i));
            }
        } else {
            changes.add(new Change(path.toString(), text(before), text(after)));
        }
    }

    private static Optional<String> text(JsonNode tree) {
        return tree.isMissingNode() ? Optional.empty() : Optional.of(tree.toString());
    }
}
