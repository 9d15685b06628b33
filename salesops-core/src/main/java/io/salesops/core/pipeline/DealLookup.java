package io.salesops.core.pipeline;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.crm.Opportunity;
import java.util.Map;

/**
 * A table that says more about a value of a field: the region of each owner, the segment of each account. Groups by its name are
 * groups of what the table says; deals whose value it does not hold are in the group {@code (unmatched)} and are counted in a
 * finding, never dropped. Immutable and thread-safe.
 *
 * @param name by which queries group
 * @param field the field whose value is looked up
 * @param table what it says of each value, as text
 */
public record DealLookup(String name, String field, ImmutableMap<String, String> table) {

    /** Checks the name. */
    public DealLookup {
        checkArgument(!name.isBlank(), "look-up of %s must have a name: '%s'", field, name);
    }

    /** Obtains a look-up by a field. */
    public static DealLookup of(String name, Field<Opportunity, ?> field, Map<String, String> table) {
        return new DealLookup(name, field.name(), ImmutableMap.copyOf(table));
    }
}
