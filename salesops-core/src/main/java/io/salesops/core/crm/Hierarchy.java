package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** Who reports to whom, by date. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Hierarchy.Builder.class)
public interface Hierarchy extends WithHierarchy {

    /** The links, in any order. */
    ImmutableList<Reporting> links();

    /** A rep reports to a manager on the dates. */
    record Reporting(RepId rep, RepId manager, DateRange dates) {}

    /** Returns the manager of a rep on a day. */
    default Optional<RepId> managerOf(RepId rep, LocalDate on) {
        return links().stream()
                .filter(link -> link.rep().equals(rep) && link.dates().contains(on))
                .map(Reporting::manager)
                .findFirst();
    }

    /** Starts a hierarchy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds hierarchies. */
    final class Builder extends ImmutableHierarchy.Builder {
        Builder() {}
    }
}
