package io.salesops.territory.route;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.RepId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a router remembers: who got how many, and who takes none at present. The document {@code salesops/router-state/1}.
 * Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "router-state", version = 1)
@JsonDeserialize(builder = RouterState.Builder.class)
public interface RouterState extends WithRouterState {

    /** The identity. */
    Field<RouterState, RouterId> ID =
            Field.of(RouterState.class, "id", RouterId.class, state -> Optional.of(state.id()));

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(RouterState.class);
    }

    /** The router's identity. */
    RouterId id();

    /** What the router counts, by the names it gives; not negative, and 0 where there is none. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, Long> counters();

    /** The reps who take no leads at present. */
    @Value.NaturalOrder
    ImmutableSortedSet<RepId> out();

    /** Obtains the state of a router that has not routed yet. */
    static RouterState empty(RouterId id) {
        return builder().id(id).build();
    }

    /** The fields that conditions on states may name. */
    static Fields<RouterState> fields() {
        return Fields.of(RouterState.class, List.of(ID));
    }

    /** Starts a state. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks names and counts; what does not fit is named all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        counters().forEach((name, count) -> {
            if (name.isBlank()) {
                faults.add("name of a counter of router " + id() + " must not be blank: '" + name + "'");
            }
            if (count < 0) {
                faults.add("counter " + name + " of router " + id() + " must not be negative: " + count);
            }
        });
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds states. */
    final class Builder extends ImmutableRouterState.Builder {
        Builder() {}
    }
}
