package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.style.SalesOpsStyle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.immutables.value.Value;

/** Lines of a contract that are added, removed or changed from a day on. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Amendment.Builder.class)
public interface Amendment extends WithAmendment {

    /** Names the amendment within its contract. */
    AmendmentId id();

    /** The first day on which it holds. */
    LocalDate effectiveFrom();

    /** Lines that are added; none of them starts earlier than the amendment. */
    ImmutableList<QuoteLine> add();

    /** Lines whose quantity changes, and the new quantity; not negative. */
    @Value.NaturalOrder
    ImmutableSortedMap<LineId, BigDecimal> quantities();

    /** Lines that end. */
    @Value.NaturalOrder
    ImmutableSortedSet<LineId> cancel();

    /** Starts an amendment. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that it does something, and one thing only to each line; what does not fit is named all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (add().isEmpty() && quantities().isEmpty() && cancel().isEmpty()) {
            faults.add("amendment " + id() + " must add, change or cancel a line");
        }
        Set<LineId> named = new HashSet<>();
        for (QuoteLine line : add()) {
            if (!named.add(line.id())) {
                faults.add("amendment " + id() + " must add line " + line.id() + " once");
            }
            if (line.term().from().isBefore(effectiveFrom())) {
                faults.add("line " + line.id() + " of amendment " + id() + " must not start before " + effectiveFrom()
                        + ": " + line.term());
            }
        }
        quantities().forEach((line, quantity) -> {
            if (!named.add(line)) {
                faults.add("amendment " + id() + " must not add and change line " + line);
            }
            if (quantity.signum() < 0) {
                faults.add("quantity of line " + line + " in amendment " + id() + " must not be negative: " + quantity
                        + ". Maybe cancel the line");
            }
        });
        for (LineId line : cancel()) {
            if (!named.add(line)) {
                faults.add("amendment " + id() + " must not cancel line " + line + " and add or change it as well");
            }
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds amendments. */
    final class Builder extends ImmutableAmendment.Builder {
        Builder() {}
    }
}
